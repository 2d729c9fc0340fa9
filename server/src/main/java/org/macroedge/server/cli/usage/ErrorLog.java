package org.macroedge.server.cli.usage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.macroedge.server.platform.config.Secrets;

/// Keeps the details of unexpected failures in the home, so that no stack trace meets a user.
public record ErrorLog(Path file, Clock clock) {

    /// A fault that happens again and again must not fill the disk.
    private static final long MOST_BYTES = 1_000_000;

    /// @param home the home directory; where it does not exist, it is not created
    public static ErrorLog in(Path home, Clock clock) {
        return new ErrorLog(home.resolve("errors.log"), clock);
    }

    /// Appends a failure with its causes.
    ///
    /// @return false where it cannot be written
    public boolean append(Throwable fault) {
        StringWriter text = new StringWriter();
        text.append(clock.instant().toString()).append(' ');
        fault.printStackTrace(new PrintWriter(text, true));
        try {
            boolean full = Files.exists(file) && Files.size(file) > MOST_BYTES;
            Files.writeString(
                    file,
                    Secrets.masked(text.toString()),
                    StandardOpenOption.CREATE,
                    full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    /// What a user reads about it.
    public String message(Throwable fault) {
        String kind = fault.getClass().getSimpleName();
        return append(fault)
                ? CommandMessage.UNEXPECTED.advice(kind, file)
                : CommandMessage.UNEXPECTED_UNLOGGED.advice(kind, Secrets.masked(String.valueOf(fault.getMessage())));
    }
}
