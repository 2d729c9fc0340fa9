package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.alerts.channels.MailRoute;
import org.macroedge.server.alerts.channels.MailServer;
import org.macroedge.server.alerts.channels.MailTimes;
import org.macroedge.server.alerts.channels.MailTls;
import org.macroedge.server.alerts.channels.ScriptedMailServer;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.view.AlertDeliveryItem;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;

/// What becomes of alerts by e-mail, with a mail server on loopback and a real database.
class MailDeliveryTest {

    private static final String DESK = "desk@example.org";
    private static final AlertRule RULE = AlertFixture.rule("jobs", AlertKind.JOB_FAILED, 0, 0);

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock("2026-11-27T08:00:00Z");
    private final AlertSender sender = new AlertSender(clock, Map.of());
    private final MailServer server = MailServer.open();

    @AfterEach
    void close() {
        sender.close();
        server.close();
        database.close();
    }

    private static AlertChannel channel(String id, URI address) {
        return channel(id, address, null);
    }

    private static AlertChannel channel(String id, URI address, MailRoute.@Nullable Login login) {
        MailRoute route = new MailRoute(MailTls.NONE, "macro-edge@example.org", List.of(DESK), login);
        return new AlertChannel(id, ChannelKind.MAIL, address, null, null, route, false);
    }

    private AlertDelivery delivery(AlertChannel... channels) {
        return delivery(sender, channels);
    }

    private AlertDelivery delivery(AlertSender sending, AlertChannel... channels) {
        return new AlertDelivery(
                new AlertFile(List.of(RULE), List.of(channels)),
                new DeliveryStore(database.jdbc()),
                new ChannelHolds(database.jdbc()),
                sending,
                clock,
                new SplittableRandom(1));
    }

    private void deliver() {
        deliver(delivery(channel("desk", server.address())));
    }

    private static void deliver(AlertDelivery delivery) {
        delivery.run();
        delivery.running().join();
    }

    private void raise(String... channels) {
        raise(1, channels);
    }

    private void raise(int number, String... channels) {
        AlertRule rule =
                new AlertRule(RULE.id(), RULE.kind(), RULE.scope(), RULE.level(), RULE.dwell(), List.of(channels));
        Instant now = clock.instant();
        database.transactions()
                .executeWithoutResult(status -> new AlertStore(database.jdbc())
                        .add(new Finding(rule, "bias_engine", "run " + number, "Alert " + number, now), now, now)
                        .orElseThrow());
    }

    private List<AlertDeliveryItem> items() {
        return new AlertStore(database.jdbc())
                .latest(new AlertQuestion(null, null, null, null, 10), 10)
                .getFirst()
                .deliveries();
    }

    @Test
    void aRefusalForNowIsTriedAgain() {
        server.refusals.put(DESK, 450);
        raise("desk");
        deliver();

        AlertDeliveryItem item = items().getFirst();
        assertThat(item.state()).isEqualTo("pending");
        assertThat(item.fault()).isEqualTo("the mail server refused a recipient (status 450)");
        server.refusals.clear();
        clock.set(item.nextAt());
        deliver();
        assertThat(items()).containsExactly(new AlertDeliveryItem("desk", "sent", 2, null, null));
    }

    @Test
    void aRefusalForGoodIsGivenUpAndLogged() {
        server.refusals.put(DESK, 550);
        raise("desk");
        try (LogLines lines = LogLines.open()) {
            deliver();
            lines.assertSeen("LogMessage.ALERT_GIVEN_UP");
        }

        String fault = "the mail server refused a recipient (status 550)";
        assertThat(items()).containsExactly(new AlertDeliveryItem("desk", "given-up", 1, null, fault));
    }

    @Test
    void aRefusalThatIsNotedLateDoesNotTakeBackWhatAnotherServerHasTaken() {
        raise("desk");
        DeliveryStore store = new DeliveryStore(database.jdbc());
        Instant first = clock.instant();
        DeliveryStore.Due slow =
                store.take("desk", first, first.plusSeconds(60)).orElseThrow();
        Instant second = first.plusSeconds(61);
        store.take("desk", second, second.plusSeconds(60)).orElseThrow();

        assertThat(store.refused(slow, "late", second)).isFalse();
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo("pending");
            assertThat(item.fault()).isNull();
        });
    }

    /// One says nothing, the other begins an answer that has no end.
    @Test
    void aServerThatHangsHoldsUpNoOtherAndIsLeftAfterItsDeadline() throws IOException {
        try (ScriptedMailServer silent = new ScriptedMailServer(Map.of());
                ScriptedMailServer dripping =
                        new ScriptedMailServer(Map.of(ScriptedMailServer.GREETING, ScriptedMailServer.DRIP));
                AlertSender impatient = patient(2, 2)) {
            AlertDelivery delivery = delivery(
                    impatient,
                    channel("a-silent", silent.address()),
                    channel("b-dripping", dripping.address()),
                    channel("desk", server.address()));
            raise("a-silent", "b-dripping", "desk");
            long begin = System.nanoTime();
            delivery.run();
            while (!items().getLast().state().equals("sent")) {
                assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
            }
            delivery.close();

            String slow = "the receiver did not answer within 2 seconds";
            assertThat(items().stream().map(AlertDeliveryItem::fault)).containsExactly(slow, slow, null);
            assertThat(System.nanoTime() - begin).isLessThan(25_000_000_000L);
        }
    }

    private AlertSender patient(int stage, int end) {
        Duration part = Duration.ofSeconds(stage);
        MailTimes times = new MailTimes(part, part, part, Duration.ofSeconds(end));
        return new AlertSender(clock, Map.of(), InetAddress::getAllByName, times);
    }

    private static Map<String, String> script(String end) {
        return Map.of(
                ScriptedMailServer.GREETING,
                "220 hello",
                "EHLO",
                "250 hello",
                "MAIL",
                "250 yes",
                "RCPT",
                "250 yes",
                "DATA",
                "354 go on",
                ".",
                end);
    }

    private static long mails(ScriptedMailServer server) {
        return server.lines.stream().filter("."::equals).count();
    }

    @Test
    void aServerThatTakesLongToTakeAMailGetsItOnce() throws IOException {
        try (ScriptedMailServer slow = new ScriptedMailServer(script(ScriptedMailServer.SLOW + "250 taken"));
                AlertSender patient = patient(15, 20)) {
            raise("desk");
            deliver(delivery(patient, channel("desk", slow.address())));

            assertThat(items()).containsExactly(new AlertDeliveryItem("desk", "sent", 1, null, null));
            assertThat(mails(slow)).isOne();
        }
    }

    @Test
    void aMailThatMayHaveBeenTakenIsRepeatedAFewTimesADay() throws IOException {
        try (ScriptedMailServer silent = new ScriptedMailServer(script(""));
                AlertSender impatient = patient(15, 1)) {
            raise("desk");
            Instant raised = clock.instant();
            AlertDelivery delivery = delivery(impatient, channel("desk", silent.address()));
            while (items().getFirst().state().equals("pending")) {
                deliver(delivery);
                Instant next = items().getFirst().nextAt();
                assertThat(items().getFirst().fault())
                        .isEqualTo("the mail server did not say within 1 seconds whether it took the mail;"
                                + " it may have arrived");
                clock.set(next == null ? clock.instant() : next);
            }

            assertThat(mails(silent)).isBetween(3L, 6L);
            assertThat(silent.lines.stream()
                            .filter(line -> line.startsWith("Message-ID:"))
                            .distinct())
                    .hasSize(1);
            assertThat(clock.instant()).isAfter(raised.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void aServerThatEndsLeavesAMailThatNobodyAnswersAndTheLeaseOutlastsTheDialogue() throws IOException {
        try (ScriptedMailServer silent = new ScriptedMailServer(script(""))) {
            raise("desk");
            AlertDelivery delivery = delivery(channel("desk", silent.address()));
            delivery.run();
            while (mails(silent) == 0) {
                Thread.onSpinWait();
            }
            assertThat(items().getFirst().nextAt()).isAfter(clock.instant().plus(Duration.ofMinutes(6)));

            long begin = System.nanoTime();
            delivery.close();

            assertThat(System.nanoTime() - begin).isLessThan(25_000_000_000L);
            assertThat(items().getFirst().state()).isEqualTo("pending");
            assertThat(items().getFirst().fault()).contains("it may have arrived");
        }
    }

    /// Three alerts, of which none is lost and one alone is tried.
    @Test
    void aRefusedLoginHoldsTheChannelAndLosesNoAlert() {
        MailServer strict = MailServer.withLogin();
        AlertChannel wrong = channel("desk", strict.address(), new MailRoute.Login("desk", "old-password"));
        String fault = "the mail server refused the login (status 535)";
        for (int number = 1; number <= 3; number++) {
            raise(number, "desk");
        }
        try (strict;
                LogLines lines = LogLines.open()) {
            Duration last = Duration.ZERO;
            for (int logins = 1; logins <= 5; logins++) {
                for (int run = 1; run <= 3; run++) {
                    deliver(delivery(wrong));
                }
                assertThat(strict.logins).hasValue(logins);
                AlertDeliveryItem item = items().getFirst();
                assertThat(item.state()).isEqualTo("pending");
                assertThat(item.fault()).isEqualTo(fault);
                Duration pause = Duration.between(clock.instant(), item.nextAt());
                assertThat(pause)
                        .isBetween(Duration.ofMinutes(5), Duration.ofHours(1))
                        .isGreaterThanOrEqualTo(last);
                last = pause;
                clock.set(item.nextAt());
            }
            assertThat(last).isEqualTo(Duration.ofHours(1));
            lines.assertSeen("LogMessage.ALERT_CHANNEL_HELD");
            assertThat(lines.lines().stream().filter(line -> line.contains("Nothing is sent to channel desk")))
                    .hasSize(1);
            AlertFile file = new AlertFile(List.of(RULE), List.of(wrong));
            assertThat(new AlertHealth(file, new ChannelHolds(database.jdbc())).health())
                    .satisfies(health -> {
                        assertThat(health.getStatus()).isEqualTo(AlertHealth.HELD);
                        assertThat(health.getDetails().toString()).contains("channel desk", fault);
                    });

            deliver(delivery(channel("desk", strict.address(), new MailRoute.Login("desk", MailServer.PASSWORD))));

            assertThat(strict.messages).hasSize(3);
            assertThat(new ChannelHolds(database.jdbc()).all()).isEmpty();
        }
    }

    @Test
    void anAlertOfAHeldChannelIsGivenUpAfterItsDay() {
        try (MailServer strict = MailServer.withLogin()) {
            AlertChannel wrong = channel("desk", strict.address(), new MailRoute.Login("desk", "old-password"));
            raise(1, "desk");
            raise(2, "desk");
            deliver(delivery(wrong));
            clock.step(Duration.ofHours(25));
            deliver(delivery(wrong));

            assertThat(strict.logins).hasValue(1);
            assertThat(new AlertStore(database.jdbc()).latest(new AlertQuestion(null, null, null, null, 10), 10))
                    .hasSize(2)
                    .allSatisfy(alert -> assertThat(alert.deliveries())
                            .singleElement()
                            .satisfies(delivery -> {
                                assertThat(delivery.state()).isEqualTo("given-up");
                                assertThat(delivery.fault())
                                        .isEqualTo("the mail server refused the login (status 535)");
                            }));
        }
    }

    @Test
    void aTestMessageThatIsTakenEndsTheHold() {
        ChannelHolds holds = new ChannelHolds(database.jdbc());
        AlertChannel desk = channel("desk", server.address());
        holds.hold("desk", "refused", clock.instant());
        raise("desk");
        deliver();
        assertThat(items().getFirst().state()).isEqualTo("pending");

        AlertFile file = new AlertFile(List.of(RULE), List.of(desk));
        new AlertLog(new AlertStore(database.jdbc()), file, sender, holds, clock).test("desk");
        deliver();

        assertThat(items().getFirst().state()).isEqualTo("sent");
    }
}
