package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.macroedge.server.alerts.AlertFixture.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.view.AlertItem;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.jobs.JobRunRecorded;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;

/// What rules raise over a real store: the sample up to noon of the day of the payrolls of August 2021, and then those.
class AlertsTest {

    private static final String NOON = "2021-09-03T12:00:00Z";
    private static final String AFTER = "2021-09-03T12:31:00Z";
    /// Far below what was expected, and not so far that it looks like a typing error.
    private static final String PAYROLLS =
            AlertFixture.HEADER + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,2021-08-01,-350000,750000,1100000\n";

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(NOON);

    @AfterEach
    void close() {
        database.close();
    }

    /// A store up to noon whose rules hold, and whose labels were looked at.
    private AlertFixture begun(AlertRule... rules) {
        AlertFixture before = AlertFixture.of(database, clock);
        before.load(AlertFixture.sample("2018-01-01", "2021-09-03T12:00:00Z"));
        clock.step(Duration.ofSeconds(1));
        AlertFixture fixture = before.again(rules);
        fixture.sweep();
        assertThat(fixture.alerts()).isEmpty();
        return fixture;
    }

    @Test
    void aReleaseTurnsLabelsAndIsASurpriseEachToldOnce() {
        AlertRule[] rules = {rule("labels", AlertKind.LABEL, 0, 0), rule("big", AlertKind.SURPRISE, 1.5, 0)};
        AlertFixture fixture = begun(rules);

        fixture.at(AFTER);
        fixture.load(PAYROLLS);

        List<AlertItem> labels = fixture.alerts("labels");
        assertThat(labels)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.cause())
                        .matches(alert.subject()
                                + " turned from [a-z ]+ \\(score −?[0-9]+\\) to [a-z ]+ \\(−?[0-9]+\\): .+"));
        assertThat(labels)
                .anySatisfy(alert ->
                        assertThat(alert.cause()).matches(".*: US [^:]*−350K, forecast 750K \\(z −[0-9.]+\\)"));
        assertThat(fixture.alerts("big")).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).startsWith("us-nonfarm-payrolls@2021-09-03");
            assertThat(alert.cause()).matches("US [^:]*−350K, forecast 750K \\(z −[0-9.]+\\)");
            assertThat(alert.causedAt()).isEqualTo("2021-09-03T12:30:00Z");
            assertThat(alert.deliveries())
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.state()).isEqualTo("pending"));
        });
        long before = fixture.alerts().size();
        assertThat(events()).isEqualTo(before);

        // another process that reads the whole log again, and looks again
        database.jdbc()
                .sql("DELETE FROM event_cursor WHERE consumer = 'alerts'")
                .update();
        AlertFixture restarted = fixture.again(rules);
        restarted.drain();
        restarted.sweep();
        assertThat(restarted.alerts()).hasSize(Math.toIntExact(before));
        assertThat(events()).isEqualTo(before);
    }

    private long events() {
        return database.jdbc()
                .sql("SELECT count(*) FROM event_log WHERE type = 'alert_raised'")
                .query(Long.class)
                .single();
    }

    @Test
    void aLabelIsToldOnceItHasStayedForTheDwell() {
        AlertFixture fixture = begun(rule("labels", AlertKind.LABEL, 0, 10));

        fixture.at(AFTER);
        fixture.load(PAYROLLS);
        fixture.sweep();
        assertThat(fixture.alerts()).isEmpty();
        clock.step(Duration.ofMinutes(9));
        fixture.sweep();
        assertThat(fixture.alerts()).isEmpty();

        clock.step(Duration.ofMinutes(2));
        fixture.sweep();
        int told = fixture.alerts().size();
        assertThat(told).isPositive();
        clock.step(Duration.ofMinutes(1));
        fixture.sweep();
        assertThat(fixture.alerts()).hasSize(told);
    }

    @Test
    void twoServersRaiseEachAlertOnce() {
        AlertRule[] rules = {rule("labels", AlertKind.LABEL, 0, 0), rule("big", AlertKind.SURPRISE, 0.5, 0)};
        AlertFixture fixture = begun(rules);
        AlertFixture other = fixture.again(rules);
        fixture.at(AFTER);
        AlertFixture idle = fixture.again();
        idle.load(PAYROLLS); // its consumer passes over everything, so that the cursors are put back
        database.jdbc()
                .sql("DELETE FROM event_cursor WHERE consumer = 'alerts'")
                .update();

        CompletableFuture.allOf(Stream.of(fixture, other)
                        .map(server -> CompletableFuture.runAsync(() -> {
                            server.drain();
                            server.sweep();
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();

        List<AlertItem> alerts = fixture.alerts();
        assertThat(alerts).isNotEmpty();
        assertThat(alerts.stream().map(alert -> alert.rule() + alert.subject()).distinct())
                .hasSize(alerts.size());
        assertThat(events()).isEqualTo(alerts.size());
    }

    @Test
    void whatWasRecordedBeforeARuleAndWhatIsHistoryRaiseNothing() {
        AlertFixture fixture = begun(rule("big", AlertKind.SURPRISE, 0.01, 0));

        database.jdbc()
                .sql("DELETE FROM event_cursor WHERE consumer = 'alerts'")
                .update();
        fixture.drain();
        assertThat(fixture.alerts()).isEmpty();
        fixture.load(AlertFixture.sample("2016-01-01", "2018-01-01"));

        assertThat(fixture.alerts()).isEmpty();
        fixture.at(AFTER);
        fixture.load(PAYROLLS);
        assertThat(fixture.alerts()).hasSize(1);
    }

    @Test
    void aPreviousFigureThatIsAnotherThanStoodIsARevision() {
        AlertFixture fixture =
                begun(rule("revised", AlertKind.REVISION, 0.1, 0), rule("far", AlertKind.REVISION, 50, 0));

        fixture.at(AFTER);
        fixture.load(PAYROLLS);

        assertThat(fixture.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo("revised");
            assertThat(alert.cause()).matches("US .*: the figure before is now 1.1M, and 943K stood \\([0-9.]+ σ\\)");
        });
    }

    @Test
    void aReleaseThatLooksLikeATypingErrorWaitsForAVerdict() {
        AlertFixture fixture = begun(rule("doubt", AlertKind.SUSPECT, 0, 0));

        fixture.at(AFTER);
        fixture.load(PAYROLLS.replace("-350000", "350000000"));

        assertThat(fixture.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.cause()).startsWith("US ").contains(" 350M, forecast 750K "));
    }

    @Test
    void aReleaseThatDoesNotComeIsLateAndThenMissingEachToldOnce() {
        AlertFixture fixture = begun(rule("late", AlertKind.LATE, 0, 0));

        fixture.at("2021-09-21T12:00:00Z");
        fixture.sweep();
        List<AlertItem> late = fixture.alerts();
        assertThat(late)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.cause())
                        .matches("[A-Z]{2} .+, due at 2021-09-[0-9]{2} [0-9:]{5} UTC,"
                                + " is (late|missing, and nobody waits for it any more)"));
        assertThat(late).allSatisfy(alert -> assertThat(alert.causedAt()).isAfter(Instant.parse(NOON)));
        fixture.sweep();
        assertThat(fixture.alerts()).hasSize(late.size());
    }

    @Test
    void aSourceWhoseLastGoodAnswerIsOldIsToldOnceForEachSilence() {
        AlertFixture fixture = begun(rule("sources", AlertKind.STALE_SOURCE, 24, 0));
        understood("2021-09-02T13:00:00Z");

        fixture.sweep();
        assertThat(fixture.alerts()).isEmpty();
        clock.step(Duration.ofHours(2));
        fixture.sweep();
        fixture.sweep();
        assertThat(fixture.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.cause())
                        .isEqualTo("Source bls gave its last good answer at 2021-09-02 13:00 UTC, 25 hours ago"));

        understood("2021-09-03T14:00:00Z");
        clock.step(Duration.ofDays(3));
        fixture.sweep();
        assertThat(fixture.alerts()).hasSize(2);
    }

    private void understood(String at) {
        database.jdbc()
                .sql("INSERT INTO source_state (source, understood_at) VALUES ('bls', ?::timestamptz)"
                        + " ON CONFLICT (source) DO UPDATE SET understood_at = excluded.understood_at")
                .param(at)
                .update();
    }

    @Test
    void aRunOfAJobThatFailsIsTold() {
        AlertFixture fixture = begun(rule("jobs", AlertKind.JOB_FAILED, 0, 0));
        ran(fixture, 7, "succeeded", "rows are up to date");
        ran(fixture, 8, "failed", "the database does not answer\nand more");

        fixture.drain();

        assertThat(fixture.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.cause())
                        .isEqualTo("Job bias_engine failed (run 8, attempt 1): the database does not answer"));
    }

    private void ran(AlertFixture fixture, long number, String outcome, String result) {
        JobRunItem run =
                new JobRunItem(number, "bias_engine", "schedule", 1, outcome, clock.instant(), clock.instant(), result);
        database.transactions()
                .executeWithoutResult(status -> fixture.store()
                        .get(EventLog.class)
                        .append(
                                JobRunRecorded.TYPE,
                                JobRunRecorded.VERSION,
                                run.job(),
                                fixture.store().get(RecordTimes.class).take(),
                                new JobRunRecorded(run)));
    }

    @Test
    void aRuleThatIsChangedBeginsAnew() {
        begun(rule("labels", AlertKind.LABEL, 0, 0));
        clock.step(Duration.ofMinutes(1));

        AlertFixture changed = AlertFixture.of(database, clock, rule("labels", AlertKind.LABEL, 5, 0));
        changed.sweep();

        assertThat(database.jdbc()
                        .sql("SELECT since FROM alert_rule")
                        .query((row, number) -> row.getTimestamp("since").toInstant())
                        .single())
                .isEqualTo(clock.instant());
        assertThat(database.jdbc()
                        .sql("SELECT bool_and(since = ?::timestamptz) FROM alert_label")
                        .param(clock.instant().toString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
