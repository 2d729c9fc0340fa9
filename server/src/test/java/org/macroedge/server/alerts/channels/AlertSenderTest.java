package org.macroedge.server.alerts.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FaultServer;

class AlertSenderTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant RAISED = Instant.parse("2026-11-27T13:31:00Z");
    private static final OutgoingAlert ALERT = new OutgoingAlert(
            "0b6e2a86-0d86-4c5a-8d6f-1f0f6d1f4f11",
            "flips",
            "flip",
            "EURUSD",
            "EURUSD turned from bullish (score 52) to bearish (−44): US <NFP> & more",
            Instant.parse("2026-11-27T13:30:00Z"),
            RAISED);

    private final SettableClock clock = new SettableClock("2026-11-27T13:31:07.5Z");

    /// The example of the reference libraries of Standard Webhooks.
    @Test
    void aSignatureIsThatOfTheScheme() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSigning.of(SECRET).signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThatThrownBy(() -> WebhookSigning.of("whsec_c2hvcnQ=")).hasMessageContaining("24 to 64 bytes");
    }

    @Test
    void aWebhookIsSignedAndHasTheSameIdHoweverOftenItIsSent() throws Exception {
        try (FaultServer receiver = FaultServer.of(FaultServer.answer("204 No Content", "", ""));
                AlertSender sender = new AlertSender(clock, Map.of())) {
            AlertChannel channel = new AlertChannel(
                    "desk", ChannelKind.WEBHOOK, receiver.address("/hook"), WebhookSigning.of(SECRET), null);

            assertThat(sender.send(channel, ALERT).isSent()).isTrue();
            assertThat(sender.send(channel, ALERT).isSent()).isTrue();

            assertThat(receiver.requests()).hasSize(2).allSatisfy(request -> {
                String body = new String(
                        request.substring(request.indexOf('{')).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
                assertThat(body)
                        .isEqualTo("{\"type\":\"alert\",\"timestamp\":\"2026-11-27T13:31:00Z\",\"data\":{\"id\":\""
                                + ALERT.id()
                                + "\",\"rule\":\"flips\",\"kind\":\"flip\",\"subject\":\"EURUSD\",\"cause\":\""
                                + ALERT.cause() + "\",\"causedAt\":\"2026-11-27T13:30:00Z\","
                                + "\"raisedAt\":\"2026-11-27T13:31:00Z\"}}");
                String signature = WebhookSigning.of(SECRET)
                        .signature(ALERT.id(), 1_795_786_267, body.getBytes(StandardCharsets.UTF_8));
                assertThat(request)
                        .contains("Webhook-Id: " + ALERT.id() + "\n")
                        .contains("Webhook-Timestamp: 1795786267\n")
                        .contains("Webhook-Signature: " + signature + "\n")
                        .contains("Content-Type: application/json");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLACK | {\"text\":\"EURUSD turned from bullish (score 52) to bearish (−44): US &lt;NFP&gt; &amp;"
                        + " more\"}",
                "DISCORD | {\"content\":\"EURUSD turned from bullish (score 52) to bearish (−44): US \\\\<NFP\\\\> &"
                        + " more\",\"allowed_mentions\":{\"parse\":[]}}",
                "TELEGRAM | {\"chat_id\":\"-100123\",\"text\":\"EURUSD turned from bullish (score 52) to bearish"
                        + " (−44): US <NFP> & more\"}",
            })
    void aChatGetsTheLineInItsForm(ChannelKind kind, String body) {
        AlertChannel channel = new AlertChannel("chat", kind, URI.create("https://example.org"), null, "-100123");

        assertThat(new String(MessageBody.of(channel, ALERT), StandardCharsets.UTF_8))
                .isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.5", "169.254.169.254", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.168.1.1", "100.64.0.1"})
    void aNameThatLeadsToAPrivateAddressIsNotAsked(String address) throws Exception {
        AtomicReference<String> asked = new AtomicReference<>();
        try (AlertSender sender = new AlertSender(
                clock,
                Map.of(),
                host -> {
                    asked.set(host);
                    return new InetAddress[] {InetAddress.getByName(address)};
                },
                MailTimes.USUAL)) {
            AlertChannel channel = new AlertChannel(
                    "desk", ChannelKind.SLACK, URI.create("https://hooks.example.org/secret"), null, null);

            assertThat(sender.send(channel, ALERT).fault())
                    .isEqualTo("the name of the receiver leads to a private address");
            assertThat(asked.get()).isEqualTo("hooks.example.org");
        }
    }

    @Test
    void aHeadWithoutEndIsLeft() throws Exception {
        try (FaultServer receiver = new FaultServer((head, socket) -> {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    byte[] endless = new byte[1 << 20];
                    Arrays.fill(endless, (byte) 'x');
                    while (true) {
                        socket.getOutputStream().write(endless);
                    }
                });
                AlertSender sender = new AlertSender(clock, Map.of())) {
            AlertChannel channel = new AlertChannel("desk", ChannelKind.SLACK, receiver.address("/x"), null, null);

            assertThat(sender.send(channel, ALERT)).isEqualTo(new SendResult("the answer of the receiver is too long"));
        }
    }

    @Test
    void anAnswerOfAnyLengthIsNotReadToItsEnd() throws Exception {
        try (FaultServer receiver = new FaultServer((head, socket) -> {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] endless = new byte[65_536];
                    while (!socket.isClosed()) {
                        socket.getOutputStream().write(endless);
                    }
                });
                AlertSender sender = new AlertSender(clock, Map.of())) {
            AlertChannel channel = new AlertChannel("desk", ChannelKind.SLACK, receiver.address("/"), null, null);

            assertThat(sender.send(channel, ALERT).isSent()).isTrue();
            assertThat(receiver.openConnections()).isZero();
        }
    }

    @Test
    void aStatusCountsWhateverBecomesOfTheBody() throws Exception {
        String promised = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nok";
        try (FaultServer receiver = FaultServer.of(promised);
                AlertSender sender = new AlertSender(clock, Map.of())) {
            AlertChannel channel = new AlertChannel("desk", ChannelKind.SLACK, receiver.address("/"), null, null);

            assertThat(sender.send(channel, ALERT)).isEqualTo(SendResult.SENT);
            receiver.answerWith(FaultServer.text(promised.replace("200 OK", "500 Fault")));
            assertThat(sender.send(channel, ALERT).fault()).isEqualTo("the receiver answered with status 500");
        }
    }

    @Test
    void pausesGrowToAnHourWithinTheirChance() {
        SplittableRandom random = new SplittableRandom(7);
        for (int attempts = 1; attempts <= 40; attempts++) {
            double middle = Math.min(30_000 * Math.pow(2, attempts - 1), 3_600_000);
            for (int round = 0; round < 200; round++) {
                Duration pause = DeliveryPause.after(attempts, random);
                assertThat((double) pause.toMillis()).isBetween(0.8 * middle - 1, 1.2 * middle + 1);
            }
        }
    }
}
