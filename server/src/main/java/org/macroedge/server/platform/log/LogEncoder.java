package org.macroedge.server.platform.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import org.macroedge.server.platform.config.LogForm;

/// Writes the lines of the log in the form of the process. Whatever the form, no line shows a secret.
public final class LogEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    private final PatternLayout layout = new PatternLayout();

    /// Sets the layout of lines of text, as logback.xml gives it.
    public void setPattern(String pattern) {
        layout.setPattern(pattern);
    }

    @Override
    public void start() {
        layout.setContext(context);
        layout.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return switch (LogForm.current()) {
            case TEXT -> LogMask.of(layout.doLayout(event)).getBytes(StandardCharsets.UTF_8);
            case JSON -> JsonLine.of(event);
        };
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
