package org.macroedge.server.alerts.channels;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;

/// The JSON that each kind of channel takes.
final class MessageBody {

    /// Discord refuses a longer message, and Telegram one of twice as many letters.
    private static final int LONGEST = 2_000;

    /// The form of Standard Webhooks: a type, a time and data.
    private record Webhook(String type, Instant timestamp, OutgoingAlert data) {}

    private record Slack(String text) {}

    private record Discord(
            String content,
            @JsonProperty("allowed_mentions") Map<String, List<String>> allowedMentions) {}

    private record Telegram(
            @JsonProperty("chat_id") @Nullable String chat, String text) {}

    /// What Discord reads as its own marks.
    private static final String MARKS = "[\\\\*_~|`\\[\\]<>]";

    private MessageBody() {}

    static byte[] of(AlertChannel channel, OutgoingAlert alert) {
        return Json.text(shape(channel, alert)).getBytes(StandardCharsets.UTF_8);
    }

    private static Object shape(AlertChannel channel, OutgoingAlert alert) {
        String line = bounded(alert.cause());
        return switch (channel.kind()) {
            case WEBHOOK -> new Webhook("alert", alert.raisedAt(), alert);
            case SLACK -> new Slack(escaped(line));
            case DISCORD ->
                new Discord(line.replaceAll(MARKS, "\\\\$0"), Map.of("parse", List.of())); // nobody is called by name
            case TELEGRAM -> new Telegram(channel.chat(), line);
            case MAIL -> throw new IllegalArgumentException("e-mail is not JSON");
        };
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /// Slack reads these three letters as its own marks.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
