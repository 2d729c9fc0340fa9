package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.macroedge.server.soak.Soak;
import org.macroedge.server.sources.series.Observation;

/// Damages bodies as networks and publishers do.
public final class Mutations {

    private static final String LETTERS = "0123456789.-:;,\"{}[]MQTe";

    private static final long SEED = 20261126;
    private static final int FEW = 300;
    private static final int MANY = 10_000;

    private Mutations() {}

    /// Reads an answer damaged in 300 ways, in profile `soak` in 10,000. Each gives figures that stand in it or a coded
    /// fault; some give the one, and some the other.
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
        SplittableRandom random = new SplittableRandom(SEED);
        int rounds = Soak.rounds(FEW, MANY);
        int read = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] body = damaged(answer.getBytes(StandardCharsets.UTF_8), random);
            try {
                reading.apply(body).forEach(figure -> stands.accept(figure, body));
                read++;
            } catch (SourceFault fault) {
                assertThat(fault.fault().code()).startsWith("source-");
            }
        }
        assertThat(read).isBetween(1, rounds - 1);
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
