package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.alerts.channels.MailRoute;
import org.macroedge.server.alerts.channels.MailServer;
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
        MailRoute route = new MailRoute(MailTls.NONE, "macro-edge@example.org", List.of(DESK), null);
        return new AlertChannel(id, ChannelKind.MAIL, address, null, null, route);
    }

    private AlertDelivery delivery(AlertChannel... channels) {
        return new AlertDelivery(
                new AlertFile(List.of(RULE), List.of(channels)),
                new DeliveryStore(database.jdbc()),
                sender,
                clock,
                new SplittableRandom(1));
    }

    private void deliver() {
        AlertDelivery delivery = delivery(channel("desk", server.address()));
        delivery.run();
        delivery.running().join();
    }

    private void raise(String... channels) {
        AlertRule rule =
                new AlertRule(RULE.id(), RULE.kind(), RULE.scope(), RULE.level(), RULE.dwell(), List.of(channels));
        Instant now = clock.instant();
        database.transactions()
                .executeWithoutResult(status -> new AlertStore(database.jdbc())
                        .add(new Finding(rule, "bias_engine", "run 1", "Alert 1", now), now, now)
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
                        new ScriptedMailServer(Map.of(ScriptedMailServer.GREETING, ScriptedMailServer.DRIP))) {
            AlertDelivery delivery = delivery(
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

            String slow = "the receiver did not answer within 15 seconds";
            assertThat(items().stream().map(AlertDeliveryItem::fault)).containsExactly(slow, slow, null);
            assertThat(System.nanoTime() - begin).isLessThan(25_000_000_000L);
        }
    }
}
