package org.macroedge.server.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.macroedge.server.platform.config.LogForm;
import org.macroedge.server.platform.json.Json;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What the encoder of the log writes while it is open, of all loggers, in one form.
public final class LoggedText extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final LogEncoder encoder = new LogEncoder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger activity = (Logger) LoggerFactory.getLogger(ActivityLog.NAME);
    private final LogForm before = LogForm.current();

    private LoggedText(LogForm form) {
        LogForm.use(form);
        activity.setLevel(Level.toLevel(new ActivityLevel().getPropertyValue()));
        encoder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        encoder.setPattern("%level %logger{30} %msg%n%ex");
        encoder.start();
        start();
        root.addAppender(this);
    }

    public static LoggedText open(LogForm form) {
        return new LoggedText(form);
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        bytes.writeBytes(encoder.encode(event));
    }

    public synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Each line read as JSON, which fails where one is not.
    public List<JsonNode> lines() {
        return text().lines().map(line -> Json.mapper().readTree(line)).toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
        LogForm.use(before);
        activity.setLevel(Level.toLevel(new ActivityLevel().getPropertyValue()));
    }
}
