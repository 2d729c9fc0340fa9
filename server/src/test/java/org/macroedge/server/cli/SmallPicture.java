package org.macroedge.server.cli;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture in 256 of its colours, a third of the size; the shades at the edges of letters take the nearest.
final class SmallPicture {

    private static final int COLOURS = 256;
    private static final int BITS = 8;
    private static final int CHANNEL = 0xFF;

    private SmallPicture() {}

    static byte[] of(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] colours = palette(picture);
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(BITS, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int index = nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(colour, colours));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "png", bytes);
        return bytes.toByteArray();
    }

    /// Half of them are the most frequent, the others those that are farthest from all so far: a dot of another colour
    /// is rare, and says something.
    private static int[] palette(BufferedImage picture) {
        Map<Integer, Integer> counts = counts(picture);
        int[] colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        int size = Math.min(COLOURS, colours.length);
        double[] gaps = new double[colours.length];
        Arrays.fill(gaps, Double.MAX_VALUE);
        for (int taken = 0; taken < size; taken++) {
            int next = taken < COLOURS / 2 ? taken : farthest(gaps, taken);
            swap(colours, gaps, taken, next);
            for (int index = taken + 1; index < colours.length; index++) {
                double gap = distance(colours[index], colours[taken]) * Math.sqrt(counts.get(colours[index]));
                gaps[index] = Math.min(gaps[index], gap);
            }
        }
        return Arrays.copyOf(colours, size);
    }

    private static Map<Integer, Integer> counts(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int farthest(double[] gaps, int from) {
        int best = from;
        for (int index = from + 1; index < gaps.length; index++) {
            best = gaps[index] > gaps[best] ? index : best;
        }
        return best;
    }

    private static void swap(int[] colours, double[] gaps, int index, int other) {
        int colour = colours[index];
        colours[index] = colours[other];
        colours[other] = colour;
        double gap = gaps[index];
        gaps[index] = gaps[other];
        gaps[other] = gap;
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        for (int index = 1; index < colours.length; index++) {
            if (distance(colour, colours[index]) < distance(colour, colours[best])) {
                best = index;
            }
        }
        return best;
    }

    private static int distance(int colour, int other) {
        int sum = 0;
        for (int shift = 0; shift < 3 * BITS; shift += BITS) {
            int difference = (colour >> shift & CHANNEL) - (other >> shift & CHANNEL);
            sum += difference * difference;
        }
        return sum;
    }
}
