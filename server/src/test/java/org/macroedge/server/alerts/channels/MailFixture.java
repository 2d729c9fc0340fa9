package org.macroedge.server.alerts.channels;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.net.PublicAddresses;
import org.macroedge.server.platform.time.SettableClock;

/// Alerts and channels of tests of e-mail.
final class MailFixture {

    static final Instant RAISED = Instant.parse("2026-11-27T13:31:00Z");
    static final String FROM = "macro-edge@example.org";

    private MailFixture() {}

    static OutgoingAlert alert(String cause) {
        return new OutgoingAlert(
                "0b6e2a86-0d86-4c5a-8d6f-1f0f6d1f4f11", "flips", "flip", "EURUSD", cause, RAISED, RAISED);
    }

    static AlertChannel channel(URI server, MailTls tls, MailRoute.@Nullable Login login, String... to) {
        MailRoute route = new MailRoute(tls, FROM, List.of(to), login);
        return new AlertChannel("mail", ChannelKind.MAIL, server, null, null, route, false);
    }

    static AlertChannel open(URI server) {
        return channel(server, MailTls.NONE, null, "one@example.org", "two@example.org");
    }

    static SendResult send(AlertChannel channel, OutgoingAlert alert) {
        return send(channel, alert, InetAddress::getAllByName);
    }

    static SendResult send(AlertChannel channel, OutgoingAlert alert, PublicAddresses.Resolving resolving) {
        return send(channel, alert, resolving, MailTimes.USUAL);
    }

    static SendResult send(
            AlertChannel channel, OutgoingAlert alert, PublicAddresses.Resolving resolving, MailTimes times) {
        try (AlertSender sender =
                new AlertSender(new SettableClock("2026-11-27T13:31:07Z"), Map.of(), resolving, times)) {
            return sender.send(channel, alert);
        }
    }
}
