package org.macroedge.server.platform.log;

import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Writes each line of a text as a line of the log, so that whoever reads the log meets nothing else. Thread-safe.
public final class LoggedLines extends Writer {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedLines.class);

    private final String failure;
    private final StringBuilder begun = new StringBuilder();

    /// @param failure with what a line begins that tells of a failure
    public LoggedLines(String failure) {
        this.failure = failure;
    }

    @Override
    public void write(char[] letters, int offset, int length) {
        synchronized (lock) {
            for (int index = offset; index < offset + length; index++) {
                if (letters[index] == '\n') {
                    end();
                } else {
                    begun.append(letters[index]);
                }
            }
        }
    }

    private void end() {
        String line = begun.toString().stripTrailing();
        begun.setLength(0);
        if (!line.isEmpty()) {
            LOG.atLevel(line.startsWith(failure) ? Level.ERROR : Level.INFO).log(line);
        }
    }

    @Override
    public void flush() {
        // a line is written when it ends
    }

    @Override
    public void close() {
        synchronized (lock) {
            end();
        }
    }
}
