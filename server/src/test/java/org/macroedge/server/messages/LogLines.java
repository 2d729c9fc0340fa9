package org.macroedge.server.messages;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// The lines that are written while it is open, of the product alone or of everything: what the log leaves out is not
/// among them.
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Logger logger;

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    public static LogLines open() {
        return of("org.macroedge");
    }

    /// Those of libraries too.
    public static LogLines ofEverything() {
        return of(Logger.ROOT_LOGGER_NAME);
    }

    private static LogLines of(String name) {
        LogLines opened = new LogLines((Logger) LoggerFactory.getLogger(name));
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
                .getAppender("stderr")
                .getCopyOfAttachedFiltersList()
                .forEach(opened::addFilter);
        opened.start();
        opened.logger.addAppender(opened);
        return opened;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    /// Asserts that a declared message was logged.
    ///
    /// @param name as in `LogMessage.TASK_FAILED`
    public void assertSeen(String name) {
        DeclaredMessages.assertSeen(name, String.join("\n", lines));
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
