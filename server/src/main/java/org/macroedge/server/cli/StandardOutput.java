package org.macroedge.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.home.DiskSpace;

/// Standard output, where a failed write ends the command at once. A [PrintWriter] alone would swallow it, and the rest
/// of a long answer would be computed for nobody.
final class StandardOutput extends OutputStream {

    private final OutputStream out;

    private StandardOutput(OutputStream out) {
        this.out = out;
    }

    /// A writer to standard output. It avoids [System#out], which hides failures too.
    static PrintWriter open() {
        return over(new FileOutputStream(FileDescriptor.out));
    }

    static PrintWriter over(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(new StandardOutput(out), StandardCharsets.UTF_8));
    }

    /// The reader of a pipe has ended, as `head` does: no fault of anyone, so nothing is said.
    static final class Closed extends RuntimeException {
        Closed(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException fault) {
            throw failure(fault);
        }
    }

    private static RuntimeException failure(IOException fault) {
        return !DiskSpace.isExhausted(fault) && isClosedPipe(fault)
                ? new Closed(fault)
                : CommandMessage.CUT_OFF_OUTPUT.causedBy(fault);
    }

    /// A write to a pipe fails for no other reason, whatever the language of the system's message.
    private static boolean isClosedPipe(IOException fault) {
        return String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe") || isPipe();
    }

    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
