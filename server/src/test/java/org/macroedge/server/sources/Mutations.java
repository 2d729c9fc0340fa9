package org.macroedge.server.sources;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages bodies as networks and publishers do.
public final class Mutations {

    private static final String LETTERS = "0123456789.-:;,\"{}[]MQTe";

    private Mutations() {}

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
