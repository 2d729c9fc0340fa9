package org.macroedge.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the full history, so that a peer's can be held against it: Z as little-endian doubles, one run of instants
/// per instrument, in the catalogue's order.
final class WriteHistory {

    private WriteHistory() {}

    /// @param arguments the exported surprises, the catalogue folder, the file to write
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: WriteHistory SURPRISES CATALOGUE FILE");
            System.exit(2);
        }
        ArchiveInput input = ArchiveInput.read(Path.of(arguments[0]), Path.of(arguments[1]));
        double[][] z = input.model().history(input.seconds());
        ByteBuffer bytes = ByteBuffer.allocate(z.length * input.seconds().length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] instrument : z) {
            bytes.asDoubleBuffer().put(instrument);
            bytes.position(bytes.position() + instrument.length * Double.BYTES);
        }
        Files.write(Path.of(arguments[2]), bytes.array());
        System.out.println(z.length + " instruments at " + input.seconds().length + " instants");
    }
}
