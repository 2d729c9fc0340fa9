package org.macroedge.server.platform.log;

import ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;

/// One line of the log as a JSON object in ASCII letters: `time`, `level`, `logger`, `thread`, `message`, the pairs of
/// its context and of itself, and `fault`, the stack trace. A line is made as a whole before any of it is written, so
/// that one that cannot be made leaves nothing behind.
final class JsonLine {

    /// Collectors cut lines of more than 16 KB.
    static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_FAULT = 10_000;
    /// Its cause first, which tells most.
    private static final RootCauseFirstThrowableProxyConverter FAULT = new RootCauseFirstThrowableProxyConverter();

    private static final ObjectWriter WRITER = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    static {
        FAULT.start();
    }

    private JsonLine() {}

    /// The line of an event, with its line feed. It does not fail: of an event that cannot be written, it says so.
    static byte[] of(ILoggingEvent event) {
        Map<String, Object> fields = start(event);
        try {
            fields.put("message", text(event.getFormattedMessage()));
            event.getMDCPropertyMap().forEach((name, value) -> fields.putIfAbsent(name, text(value)));
            pairs(event).forEach(pair -> fields.putIfAbsent(pair.key, value(pair.value)));
            if (event.getThrowableProxy() != null) {
                fields.put("fault", text(FAULT.convert(event), LONGEST_FAULT));
            }
        } catch (RuntimeException unreadable) {
            fields.put(
                    "message",
                    "This line of the log could not be made: "
                            + unreadable.getClass().getName());
        }
        byte[] line = WRITER.writeValueAsBytes(fields);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    private static Map<String, Object> start(ILoggingEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", event.getInstant().toString());
        fields.put("level", event.getLevel().toString());
        fields.put("logger", text(event.getLoggerName()));
        fields.put("thread", text(event.getThreadName()));
        return fields;
    }

    private static List<KeyValuePair> pairs(ILoggingEvent event) {
        return Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
    }

    /// Numbers and truth values stay what they are, except those that JSON does not have.
    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double number when !Double.isFinite(number) -> number.toString();
            case Double number -> number;
            case Long number -> number;
            case Integer number -> number;
            case Boolean truth -> truth;
            default -> text(value.toString());
        };
    }

    private static String text(@Nullable String text) {
        return text(text, LONGEST_TEXT);
    }

    /// Masked before it is cut, since half a key is not found again; then without half letters, which the cut or a
    /// sender may leave.
    private static String text(@Nullable String text, int longest) {
        String masked = LogMask.of(String.valueOf(text));
        String cut = masked.length() <= longest ? masked : masked.substring(0, longest) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
