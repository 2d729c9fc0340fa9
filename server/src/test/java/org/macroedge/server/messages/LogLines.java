package org.macroedge.server.messages;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// The lines that the product logs while it is open.
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines() {}

    public static LogLines open() {
        LogLines opened = new LogLines();
        opened.start();
        logger().addAppender(opened);
        return opened;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.macroedge");
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
        logger().detachAppender(this);
        stop();
    }
}
