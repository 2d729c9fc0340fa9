package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.soak.Soak;
import org.macroedge.server.sources.series.Observation;

/// Damages bodies as networks and publishers do.
public final class Mutations {

    private static final String LETTERS = "0123456789.-:;,\"{}[]MQTe%KB";

    private static final long SEED = 20261126;
    private static final int FEW = 300;
    private static final int MANY = 10_000;

    private Mutations() {}

    /// Reads an answer damaged in 300 ways, in profile `soak` in 10,000. Each gives exactly the figures that stand in
    /// it, or a coded fault; some give the one, and some the other.
    ///
    /// @param stated the figures of a body as another reader finds them, each as [StatedFigures] writes it
    public static void assertOwnFiguresOrCodedFaults(
            SeriesConnector connector,
            String answer,
            List<String> keys,
            Instant fetchedAt,
            Function<byte[], List<String>> stated) {
        assertOwnFiguresOrCodedFaults(
                body -> connector.read(new Payload("x", body, fetchedAt), keys).stream()
                        .map(StatedFigures::text)
                        .toList(),
                answer,
                stated);
    }

    /// The same for any reading of an answer as texts.
    public static void assertOwnFiguresOrCodedFaults(
            Function<byte[], List<String>> reading, String answer, Function<byte[], List<String>> stated) {
        int read = assertOwnOrCodedFaults(
                reading,
                answer.getBytes(StandardCharsets.UTF_8),
                (figures, body) -> assertThat(figures.stream().sorted().toList())
                        .as(() -> new String(body, StandardCharsets.UTF_8))
                        .isNotEmpty()
                        .isEqualTo(stated.apply(body).stream().sorted().toList()));
        assertThat(read).isBetween(1, Soak.rounds(FEW, MANY) - 1);
    }

    /// The same where each figure that is read is looked for in the body, and none that is missing is noticed.
    ///
    /// @param stands fails where a figure does not stand in a body, as another reader finds it
    public static void assertOwnFiguresOrCodedFaults(
            SeriesConnector connector,
            String answer,
            List<String> keys,
            Instant fetchedAt,
            BiConsumer<Observation, byte[]> stands) {
        assertOwnFiguresOrCodedFaults(body -> connector.read(new Payload("x", body, fetchedAt), keys), answer, stands);
    }

    /// The same for any reading of an answer.
    public static <T> void assertOwnFiguresOrCodedFaults(
            Function<byte[], List<T>> reading, String answer, BiConsumer<T, byte[]> stands) {
        int read = assertOwnOrCodedFaults(
                reading,
                answer.getBytes(StandardCharsets.UTF_8),
                (figures, body) -> figures.forEach(figure -> stands.accept(figure, body)));
        assertThat(read).isBetween(1, Soak.rounds(FEW, MANY) - 1);
    }

    /// Reads an answer that is a refusal, damaged as often: none gives figures.
    public static void assertCodedFaults(Function<byte[], ?> reading, byte[] refusal) {
        assertThat(assertOwnOrCodedFaults(reading, refusal, (figures, body) -> {}))
                .isZero();
    }

    /// Reads an answer damaged as often.
    ///
    /// @param check fails where what was read of a body is not what stands in it; it is given the answer as it
    /// came too
    /// @return how often something was read, without the answer as it came
    public static <T> int assertOwnOrCodedFaults(
            Function<byte[], T> reading, byte[] answer, BiConsumer<T, byte[]> check) {
        SplittableRandom random = new SplittableRandom(SEED);
        isRead(reading, answer, check);
        int read = 0;
        for (int round = 0; round < Soak.rounds(FEW, MANY); round++) {
            read += isRead(reading, damaged(answer, random), check) ? 1 : 0;
        }
        return read;
    }

    private static <T> boolean isRead(Function<byte[], T> reading, byte[] body, BiConsumer<T, byte[]> check) {
        T read;
        try {
            read = reading.apply(body);
        } catch (SourceFault fault) {
            assertThat(fault.fault().code()).startsWith("source-");
            return false;
        } catch (MacroEdgeException fault) {
            assertThat(fault.code()).isEqualTo(ProblemCode.FILE_FAULT);
            return false;
        }
        check.accept(read, body);
        return true;
    }

    /// Cuts, drops, repeats or replaces a part of a body.
    public static byte[] damaged(byte[] body, SplittableRandom random) {
        int from = random.nextInt(body.length);
        int to = Math.min(body.length, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 200));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(body, from);
            case 1 -> joined(List.of(Arrays.copyOf(body, from), Arrays.copyOfRange(body, to, body.length)));
            case 2 -> joined(List.of(Arrays.copyOf(body, to), Arrays.copyOfRange(body, from, body.length)));
            case 3 -> replaced(body, from, (byte) random.nextInt(256));
            default -> replaced(body, from, (byte) LETTERS.charAt(random.nextInt(LETTERS.length())));
        };
    }

    private static byte[] replaced(byte[] body, int index, byte by) {
        byte[] copy = body.clone();
        copy[index] = by;
        return copy;
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, position, part.length);
            position += part.length;
        }
        return all;
    }
}
