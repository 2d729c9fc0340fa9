package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macroedge.server.alerts.AlertFixture.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.rules.AlertScope;
import org.macroedge.server.alerts.view.AlertItem;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.jobs.JobRunRecorded;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.regime.RegimeChanged;
import org.macroedge.server.releases.verdicts.VerdictRequest;
import org.macroedge.server.releases.verdicts.Verdicts;

/// What rules raise over a real store: the sample up to noon of the day of the payrolls of August 2021, and then those.
class AlertsTest {

    private static final String NOON = "2021-09-03T12:00:00Z";
    private static final String AFTER = "2021-09-03T12:31:00Z";
    /// Far below what was expected, and not so far that it looks like a typing error.
    private static final String PAYROLLS =
            AlertFixture.HEADER + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,2021-08-01,-350000,750000,1100000\n";

    private final SettableClock clock = new SettableClock(NOON);
    private Database database;

    @AfterEach
    void close() {
        database.close();
    }

    /// A store of no releases.
    private AlertFixture empty() {
        database = TestDatabase.fresh();
        return AlertFixture.of(database, clock);
    }

    /// A store of the releases up to noon, which was filled once.
    private AlertFixture atNoon() {
        database = Database.at(TestDatabase.copyOf(UpToNoon.ADDRESS));
        return AlertFixture.of(database, clock);
    }

    private static final class UpToNoon {

        private static final String ADDRESS = filled();

        private static String filled() {
            String address = TestDatabase.freshAddress();
            try (Database database = Database.at(address)) {
                AlertFixture.of(database, new SettableClock(NOON))
                        .load(AlertFixture.sample("2020-01-01", "2021-09-03T12:00:00Z"));
            }
            return address;
        }
    }

    /// A store up to noon whose rules hold, and whose labels were looked at.
    private AlertFixture begun(AlertRule... rules) {
        AlertFixture before = atNoon();
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

    /// What [org.macroedge.server.regime.RegimeChanged] says is asserted where it is made.
    @Test
    void aChangeOfRegimeIsToldOnceByTheRulesOfItsRegion() {
        AlertRule ofJapan = new AlertRule(
                "japan", AlertKind.REGIME, new AlertScope(null, null, Region.JP), 0, Duration.ZERO, List.of("desk"));
        AlertFixture before = empty();
        append(changed("US", "slowdown", "stagflation", false));
        AlertFixture fixture = before.again(rule("regimes", AlertKind.REGIME, 0, 0), ofJapan);
        fixture.sweep();
        append(changed("US", null, "slowdown", false));
        append(changed("US", "goldilocks", "slowdown", true));
        fixture.drain();
        assertThat(fixture.alerts()).isEmpty();

        append(changed("US", "goldilocks", "reflation", false));
        append(changed("JP", "reflation", "goldilocks", false));
        append(changed("US", "reflation", "goldilocks", false));
        fixture.drain();
        database.jdbc()
                .sql("DELETE FROM event_cursor WHERE consumer = 'alerts'")
                .update();
        fixture.again(rule("regimes", AlertKind.REGIME, 0, 0), ofJapan).drain();

        String end = " at the month-end 2021-08-31: growth 1.13, inflation −0.25";
        assertThat(fixture.alerts("regimes"))
                .extracting(AlertItem::cause)
                .containsExactlyInAnyOrder(
                        "US turned from goldilocks to reflation" + end,
                        "JP turned from reflation to goldilocks" + end,
                        "US turned from reflation to goldilocks" + end);
        assertThat(fixture.alerts("japan")).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("regime");
            assertThat(alert.subject()).isEqualTo("JP");
            assertThat(alert.causedAt()).isEqualTo(NOON);
        });
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void aRegimeThatIsUndeterminedIsToldWithoutTheFigureThatIsMissing() {
        AlertFixture fixture = empty().again(rule("regimes", AlertKind.REGIME, 0, 0));
        fixture.sweep();
        Instant noon = Instant.parse(NOON);
        LocalDate end = LocalDate.parse("2021-08-31");
        append(new RegimeChanged("GB", "reflation", "undetermined", end, end, noon, noon, null, 0.5, false, false));
        append(new RegimeChanged("CH", "slowdown", "undetermined", null, null, noon, noon, null, null, false, false));
        fixture.drain();

        assertThat(fixture.alerts())
                .extracting(AlertItem::cause)
                .containsExactlyInAnyOrder(
                        "GB turned from reflation to undetermined at the month-end 2021-08-31: growth unknown,"
                                + " inflation 0.5",
                        "CH turned from slowdown to undetermined: no release of it is known any more");
    }

    private static RegimeChanged changed(String region, @Nullable String before, String quadrant, boolean stale) {
        Instant noon = Instant.parse(NOON);
        LocalDate end = LocalDate.parse("2021-08-31");
        return new RegimeChanged(region, before, quadrant, end, end, noon, noon, 1.125001, -0.25, false, stale);
    }

    private void append(RegimeChanged changed) {
        database.transactions()
                .executeWithoutResult(status -> new EventLog(database.jdbc())
                        .append(
                                RegimeChanged.TYPE,
                                RegimeChanged.VERSION,
                                changed.region(),
                                new RecordTimes(database.jdbc(), clock).take(),
                                changed));
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
        idle.load(PAYROLLS); // a server without rules leaves the events to the others
        idle.sweep();
        assertThat(fixture.alerts()).isEmpty();

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

    /// A bias is computed for the instant of its release, and a minute later an answer can be of a full hour: both
    /// looks see the board.
    @Test
    void looksOfEventsAndOfMinutesSeeTheSameLabels() {
        AlertFixture fixture = begun(rule("labels", AlertKind.LABEL, 0, 0));
        String half = "2021-09-03T12:29:00Z";
        for (String row : List.of(
                "us-unemployment-rate," + half + ",2021-08-01,5.2,5.2,5.4",
                "us-ism-services-pmi," + half + ",,61.7,61.5,64.1",
                PAYROLLS.lines().skip(1).findFirst().orElseThrow())) {
            fixture.at(AFTER);
            fixture.load(AlertFixture.HEADER + row + "\n");
            Map<String, String> labels = labels();
            int told = fixture.alerts().size();
            fixture.sweep();
            assertThat(labels()).isEqualTo(labels);
            assertThat(fixture.alerts()).hasSize(told);
        }
        assertThat(fixture.alerts()).isNotEmpty();
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        database.jdbc().sql("SELECT instrument, label FROM alert_label").query(row -> {
            labels.put(row.getString("instrument"), row.getString("label"));
        });
        return labels;
    }

    @Test
    void aReleaseThatWasRecordedBeforeTheRuleIsNotToldWithALaterOneOfItsRegion() {
        AlertFixture before = atNoon();
        before.at(AFTER);
        before.load(PAYROLLS);
        clock.step(Duration.ofMinutes(1));
        AlertFixture fixture = before.again(rule("big", AlertKind.SURPRISE, 0.01, 0));
        fixture.sweep();

        clock.step(Duration.ofMinutes(1));
        fixture.load(AlertFixture.HEADER
                + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,2021-08-01,-350000,750000,1000000\n"
                + "us-unemployment-rate,2021-09-03T12:30:00Z,2021-08-01,5.9,5.2,5.4\n");

        assertThat(fixture.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.subject()).startsWith("us-unemployment-rate@"));
    }

    @Test
    void aSuspectReleaseThatIsConfirmedIsASurprise() {
        AlertFixture fixture = begun(rule("big", AlertKind.SURPRISE, 1.5, 0));
        fixture.at(AFTER);
        fixture.load(PAYROLLS.replace("-350000,750000,1100000", "900000,750000000,943000"));
        assertThat(fixture.alerts()).isEmpty();

        clock.step(Duration.ofHours(4));
        String release = database.jdbc()
                .sql("SELECT release FROM print WHERE actual = 900000 AND release LIKE 'us-nonfarm%'")
                .query(String.class)
                .single();
        fixture.store().get(Verdicts.class).state(release, new VerdictRequest("confirm", "as it came out"));
        fixture.store().delivery().drain();
        fixture.drain();

        assertThat(fixture.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.cause()).contains(" 900K, forecast 750M (z −4)"));
    }

    @Test
    void aLabelThatACorrectionTurnsIsToldAsCorrected() {
        AlertFixture fixture = begun(rule("labels", AlertKind.LABEL, 0, 0));
        fixture.at(AFTER);
        fixture.load(PAYROLLS.replace("-350000", "750000"));
        clock.step(Duration.ofHours(3));
        fixture.sweep();
        int told = fixture.alerts().size();

        clock.step(Duration.ofMinutes(1));
        fixture.load(PAYROLLS);

        List<AlertItem> alerts = fixture.alerts();
        assertThat(alerts).hasSizeGreaterThan(told);
        assertThat(alerts.subList(0, alerts.size() - told))
                .anySatisfy(alert -> assertThat(alert.cause())
                        .matches(".*: US [^:]*−350K, forecast 750K \\(z −[0-9.]+\\), as corrected"));
    }

    @Test
    void aLabelThatFadesIsToldWithoutARelease() {
        AlertFixture fixture = begun(rule("labels", AlertKind.LABEL, 0, 0));

        clock.step(Duration.ofDays(6));
        fixture.sweep();

        assertThat(fixture.alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.cause()).endsWith(": earlier surprises faded"));
    }

    /// The first server to watch has a clock that is eight minutes ahead; the others have the right time.
    @Test
    void whatIsPushedIsToldAndNoStartMovesWhereTheClocksOfServersAreApart() {
        AlertRule big = rule("big", AlertKind.SURPRISE, 0.5, 0);
        AlertFixture before = atNoon();
        before.again(machine("2021-09-03T12:38:00Z"), big).sweep();
        Map<String, RuleStart> starts = starts();

        AlertFixture right = before.again(machine("2021-09-03T12:31:00Z"), big);
        right.sweep();
        assertThat(starts()).isEqualTo(starts);
        before.again(machine("2021-09-03T12:31:30Z")).load(PAYROLLS);
        before.again(machine("2021-09-03T12:40:00Z"), big).sweep();
        assertThat(starts()).isEqualTo(starts);
        before.again(machine("2021-09-03T12:33:00Z"), big).drain();

        assertThat(starts()).isEqualTo(starts);
        assertThat(right.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.cause()).contains(" −350K, forecast 750K "));
    }

    /// A clock of a machine, which is not the database's.
    private static Clock machine(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void rulesOfTwoFilesDoNotResetEachOther() {
        AlertFixture fixture = begun(rule("labels", AlertKind.LABEL, 0, 0));
        clock.step(Duration.ofMinutes(1));
        AlertFixture other = fixture.again(rule("labels", AlertKind.LABEL, 5, 0), rule("late", AlertKind.LATE, 0, 0));
        other.sweep();
        Instant since = clock.instant();
        clock.step(Duration.ofMinutes(1));

        fixture.sweep();
        other.sweep();

        assertThat(since("labels")).isEqualTo(since("late")).isEqualTo(since);
    }

    @Test
    void aRuleThatTheFileHasNoMoreEndsAndBeginsAnewWhenItComesBack() {
        AlertRule labels = rule("labels", AlertKind.LABEL, 0, 0);
        AlertFixture fixture = begun(labels);
        clock.step(Duration.ofMinutes(1));
        fixture.again(rule("late", AlertKind.LATE, 0, 0)).sweep();
        assertThat(starts()).containsOnlyKeys("late");
        clock.step(Duration.ofMinutes(1));

        fixture.again(labels).sweep();

        assertThat(starts()).containsOnlyKeys("labels");
        assertThat(since("labels")).isEqualTo(clock.instant());
        assertThat(fixture.alerts()).isEmpty();
    }

    private Map<String, RuleStart> starts() {
        return new RuleStarts(database.jdbc(), new LabelStandings(database.jdbc())).all();
    }

    private Instant since(String rule) {
        return starts().get(rule).since();
    }

    @Test
    void aRuleThatNobodyWatchedForThreeDaysBeginsAnew() {
        AlertRule jobs = rule("jobs", AlertKind.JOB_FAILED, 0, 0);
        AlertFixture fixture = begun(jobs);
        Instant since = since("jobs");
        clock.step(Duration.ofDays(2));
        fixture.again(jobs).sweep();
        assertThat(since("jobs")).isEqualTo(since);

        clock.step(Duration.ofDays(1));
        ran(fixture, 8, "failed", "while no server had rules");
        clock.step(Duration.ofDays(3));
        AlertFixture later = fixture.again(jobs);
        later.sweep();
        later.drain();

        assertThat(since("jobs")).isAfterOrEqualTo(clock.instant());
        assertThat(later.alerts()).isEmpty();
    }

    @Test
    void labelsOfOldDataBeginAnewWithoutTellingOnceTheDataAreFresh() {
        AlertFixture fixture = begun(rule("labels", AlertKind.LABEL, 0, 0));
        assertThat(labels()).isNotEmpty();
        clock.step(Duration.ofDays(40));
        fixture.sweep();
        assertThat(labels()).isEmpty();

        fixture.load(PAYROLLS.replace("2021-09-03T12:30:00Z,2021-08-01", "2021-10-08T12:30:00Z,2021-09-01"));
        fixture.sweep();

        assertThat(labels()).isNotEmpty();
        assertThat(fixture.alerts()).isEmpty();
    }

    @Test
    void aKindThatFailsHoldsUpNoOther() {
        AlertFixture fixture =
                begun(rule("late", AlertKind.LATE, 0, 0), rule("sources", AlertKind.STALE_SOURCE, 24, 0));
        database.jdbc().sql("ALTER TABLE source_state RENAME TO source_gone").update();
        fixture.at("2021-09-21T12:00:00Z");

        assertThatThrownBy(fixture::sweep).hasMessageContaining("source_state");

        assertThat(fixture.alerts("late")).isNotEmpty();
    }

    @Test
    void aRuleOfAnotherKindTellsTheSameReleaseAgain() {
        AlertFixture fixture = begun(rule("one", AlertKind.SUSPECT, 0, 0));
        fixture.at(AFTER);
        Finding suspect = new Finding(rule("one", AlertKind.SUSPECT, 0, 0), "x", "x@1", "x", clock.instant());
        Finding surprise = new Finding(rule("one", AlertKind.SURPRISE, 1, 0), "x", "x@1", "x", clock.instant());

        for (Finding finding : List.of(suspect, surprise, suspect)) {
            database.transactions()
                    .executeWithoutResult(status -> fixture.book().raise(List.of(finding)));
        }

        assertThat(fixture.alerts().stream().map(AlertItem::kind)).containsExactly("surprise", "suspect");
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
        assertThat(fixture.alerts().stream().filter(alert -> alert.subject().equals("bls")))
                .hasSize(2);
    }

    @Test
    void aSourceThatNeverAnsweredIsSilentSinceTheRuleBegan() {
        AlertFixture fixture = begun(rule("sources", AlertKind.STALE_SOURCE, 24, 0));
        database.jdbc().sql("INSERT INTO source_state (source) VALUES ('bls')").update();
        clock.step(Duration.ofHours(23));
        fixture.sweep();
        assertThat(fixture.alerts()).isEmpty();

        clock.step(Duration.ofHours(2));
        fixture.sweep();
        fixture.sweep();

        assertThat(fixture.alerts().stream()
                        .filter(alert -> alert.subject().equals("bls"))
                        .map(AlertItem::cause))
                .containsExactly("Source bls has given no good answer since the rule began, 25 hours ago");
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
