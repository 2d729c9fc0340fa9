package org.macroedge.server.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Compares a picture of a page with the approved one of its name, and keeps what differs as build output.
final class PictureComparison {

    /// Writes the pictures instead of comparing them: `-Dmacro-edge.write=true`.
    private static final String WRITE = "macro-edge.write";

    /// The approved pictures, and the answers that they show.
    static final Path APPROVED = Path.of("src/test/resources/org/macroedge/server/cli/pictures");

    /// Pictures that differ in a smaller share of their pixels are the same.
    static final double TOLERATED = 0.002;

    private static final Path OUTPUT = Path.of("target", "pictures");

    /// Edges of letters differ by some shades between runs of one browser; another colour differs by more.
    private static final int SHADES = 32;

    /// What to do where pictures differ. The argument is the version of the browser.
    static final String HELP =
            "target/pictures has the pictures of Chromium %s and their differences; look at them beside"
                    + " the approved ones, and approve with -Dmacro-edge.write=true";

    private static final int RED = 0xFFFF0000;
    private static final int CHANNEL = 0xFF;

    private PictureComparison() {}

    /// The share of pixels in which a picture differs from the approved one; 1 if there is none or its size differs.
    static double difference(String name, byte[] png) throws IOException {
        return difference(APPROVED, name, png);
    }

    /// @param folder of the approved picture
    static double difference(Path folder, String name, byte[] png) throws IOException {
        Files.createDirectories(OUTPUT);
        Files.write(OUTPUT.resolve(name + ".png"), png);
        Path approved = folder.resolve(name + ".png");
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(folder);
            Files.write(approved, png);
        }
        if (!Files.exists(approved)) {
            return 1;
        }
        return difference(name, ImageIO.read(approved.toFile()), ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static double difference(String name, BufferedImage approved, BufferedImage picture) throws IOException {
        if (approved.getWidth() != picture.getWidth() || approved.getHeight() != picture.getHeight()) {
            return 1;
        }
        BufferedImage marked = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        int different = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean differs = differs(approved.getRGB(x, y), picture.getRGB(x, y));
                marked.setRGB(x, y, differs ? RED : picture.getRGB(x, y));
                different += differs ? 1 : 0;
            }
        }
        if (different > 0) {
            ImageIO.write(
                    marked, "png", OUTPUT.resolve(name + "-difference.png").toFile());
        }
        return (double) different / (picture.getWidth() * picture.getHeight());
    }

    private static boolean differs(int colour, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((colour >> shift & CHANNEL) - (other >> shift & CHANNEL)) > SHADES) {
                return true;
            }
        }
        return false;
    }
}
