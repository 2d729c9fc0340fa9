package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;

/// What is measured of messages that wait, are sent, and are given up.
class AlertMetersTest {

    private static final AlertRule RULE = AlertFixture.rule("jobs", AlertKind.JOB_FAILED, 0, 0);
    private static final AlertFile FILE = new AlertFile(List.of(RULE), List.of(channel("desk"), channel("idle")));

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock("2026-11-27T08:00:00Z");
    private final DeliveryStore store = new DeliveryStore(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private static AlertChannel channel(String id) {
        return new AlertChannel(id, ChannelKind.SLACK, URI.create("http://127.0.0.1:9/"), null, null);
    }

    private void raise(int number) {
        Instant now = clock.instant();
        database.transactions()
                .executeWithoutResult(status -> new AlertStore(database.jdbc())
                        .add(new Finding(RULE, "bias_engine", "run " + number, "Alert " + number, now), now, now)
                        .orElseThrow());
    }

    /// Pending, lag and given up of a channel, as a scrape reads them.
    private List<Double> of(String channel) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new AlertMeters(FILE, store, clock).bindTo(registry);
        return List.of("deliveries.pending", "delivery.lag", "deliveries.given.up").stream()
                .map(name -> registry.get("macro.edge.alert." + name)
                        .tag("channel", channel)
                        .gauge()
                        .value())
                .toList();
    }

    @Test
    void theLagIsThatOfTheOldestAlertThatWasNotTaken() {
        assertThat(of("desk")).containsExactly(0.0, 0.0, 0.0);
        raise(1);
        clock.step(Duration.ofMinutes(10));
        raise(2);
        clock.step(Duration.ofSeconds(30));
        assertThat(of("desk")).containsExactly(2.0, 630.0, 0.0);
        assertThat(of("idle")).containsExactly(0.0, 0.0, 0.0);

        Instant now = clock.instant();
        store.sent(store.take("desk", now, now.plusSeconds(60)).orElseThrow(), null, now);
        assertThat(of("desk")).containsExactly(1.0, 30.0, 0.0);
    }

    @Test
    void whatIsGivenUpWaitsNoMoreAndCountsForADay() {
        raise(1);
        clock.step(Duration.ofHours(25));
        store.giveUp(clock.instant().minus(Duration.ofDays(1)), List.of(), clock.instant());
        assertThat(of("desk")).containsExactly(0.0, 0.0, 1.0);
        clock.step(Duration.ofHours(25));
        assertThat(of("desk")).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void aStoreThatCannotBeReadHasNoValues() {
        database.close();
        assertThat(of("desk")).allMatch(value -> value.isNaN());
    }
}
