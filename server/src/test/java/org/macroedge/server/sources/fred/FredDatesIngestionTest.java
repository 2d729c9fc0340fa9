package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.macroedge.server.sources.fred.FredDatesConnectorTest.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.ReleaseVerdict;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.verdicts.VerdictRequest;
import org.macroedge.server.releases.verdicts.Verdicts;
import org.macroedge.server.sources.SourceConnector;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// What becomes of the days that FRED lists, when it or a calendar has others. The answers are composed.
class FredDatesIngestionTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final int EMPLOYMENT = 50;
    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final String FEED = "forexfactory-feed";

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private Database database;
    private TestStore store;
    private FaultServer fred;
    private FaultServer feed;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, clock);
        fred = new FaultServer(FaultServer.text(""));
        feed = new FaultServer(FaultServer.text(""));
        SourceSettings settings = new SourceSettings(
                null,
                Map.of(FredDatesConnector.ID, fred.address("/dates"), FEED, feed.address("/feed.json")),
                Map.of(Variable.FRED_KEY, "canary7f3a91"),
                Set.of(Variable.FRED_TERMS));
        FredDatesConnector payrolls = new FredDatesConnector(() -> CATALOGUE.series("fred").stream()
                .filter(known -> known.key().equals("PAYEMS"))
                .toList());
        sources = TestIngestion.of(store, clock, List.of(payrolls, connector(FEED)), settings);
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        feed.close();
        fred.close();
        database.close();
    }

    private SourceConnector connector(String id) {
        return store.context().getBeansOfType(SourceConnector.class).values().stream()
                .filter(known -> known.contract().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SourceRun lists(String at, String... days) {
        clock.set(at);
        fred.answerWith(FaultServer.text(FaultServer.answer("200 OK", "", answer(EMPLOYMENT, days))));
        return ingest(FredDatesConnector.ID);
    }

    private void calendarHas(String at, String day) {
        clock.set(at);
        feed.answerWith(FaultServer.text(FaultServer.answer("200 OK", "", """
            [{"title":"Non-Farm Employment Change","country":"USD","date":"%sT08:30:00-05:00","impact":"High",
              "forecast":"110K","previous":"95K"}]
            """.formatted(day))));
        assertThat(ingest(FEED).state()).isEqualTo("stored");
    }

    private SourceRun ingest(String source) {
        return sources.ingestion().ingest(source, request -> {}).getFirst();
    }

    private KnownReleases known() {
        return store.facts().asKnown(null, PAYROLLS);
    }

    /// The instants at which a release is still due, now.
    private List<String> due() {
        Instant now = clock.instant();
        return known().planned().stream()
                .filter(release -> !release.isCancelled(now))
                .map(release ->
                        release.scheduleAt(now).orElseThrow().scheduledAt().toString())
                .sorted()
                .toList();
    }

    private List<ReleaseVerdict> statements() {
        return List.copyOf(known().verdicts().values());
    }

    private String december() {
        return known().planned().stream()
                .map(release -> release.releaseId().value())
                .filter(id -> id.endsWith("@2026-12-04"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> reasons() {
        return known().verdicts().values().stream()
                .map(verdict -> verdict.author() + ": " + verdict.reason())
                .toList();
    }

    @Test
    void aDayThatFredCorrectsMovesTheRelease() {
        SourceRun first = lists("2026-11-26T12:00:00Z", "2026-12-04");
        SourceRun same = lists("2026-11-27T12:00:00Z", "2026-12-04");
        SourceRun moved = lists("2026-11-28T12:00:00Z", "2026-12-16");

        assertThat(List.of(first.state(), same.state(), moved.state()))
                .containsExactly("stored", "unchanged", "stored");
        List<Schedule> schedules = store.facts().factsOf(List.of(PAYROLLS)).schedules();
        assertThat(schedules)
                .extracting(schedule -> schedule.scheduledAt().toString())
                .containsExactlyInAnyOrder("2026-12-04T13:30:00Z", "2026-12-16T13:30:00Z");
        assertThat(schedules).extracting(Schedule::release).containsOnly(new ReleaseId(PAYROLLS + "@2026-12-04"));
        assertThat(reasons()).isEmpty();
    }

    @Test
    void aDayThatFredMovesToAnotherMonthIsCalledOff() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2027-01-08", "2027-02-05");

        assertThat(due()).containsExactly("2027-01-08T13:30:00Z", "2027-02-05T13:30:00Z");
        assertThat(reasons())
                .containsExactly("fred-dates: its answer of 2026-11-27T12:00:00Z does not list 2026-12-04");
    }

    @Test
    void aDayThatIsListedAgainIsDueAgain() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2027-01-08");
        lists("2026-11-28T12:00:00Z", "2026-12-04", "2027-01-08");

        assertThat(due()).containsExactly("2026-12-04T13:30:00Z", "2027-01-08T13:30:00Z");
        assertThat(reasons()).isEmpty();
    }

    @Test
    void aDayThatIsCalledOffStaysSoWhileTheListIsTheSame() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2027-01-08");
        SourceRun same = lists("2026-11-28T12:00:00Z", "2027-01-08");

        assertThat(same.state()).isEqualTo("unchanged");
        assertThat(due()).containsExactly("2027-01-08T13:30:00Z");
        assertThat(statements()).hasSize(1);
    }

    @Test
    void aDayStaysDueBesideAnotherOfItsMonth() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2026-12-04", "2026-12-15", "2027-01-08");

        assertThat(due()).containsExactly("2026-12-04T13:30:00Z", "2027-01-08T13:30:00Z");
    }

    @Test
    void aListThatEndsBeforeADaySaysNothingOfIt() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2026-11-06");

        assertThat(due()).containsExactly("2026-12-04T13:30:00Z", "2027-01-08T13:30:00Z");
    }

    /// The calendar's may be the figure of an earlier month, which was delayed.
    @Test
    void theDayOfACalendarInTheSameMonthCallsNothingOff() {
        lists("2026-11-26T12:00:00Z", "2026-12-16", "2027-01-08");
        calendarHas("2026-11-27T12:00:00Z", "2026-12-04");
        lists("2026-11-28T12:00:00Z", "2026-12-16", "2027-01-08", "2027-02-05");

        assertThat(due())
                .containsExactly(
                        "2026-12-04T13:30:00Z", "2026-12-16T13:30:00Z", "2027-01-08T13:30:00Z", "2027-02-05T13:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAPersonTookBackIsNotStatedAgain(boolean byUndo) {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2027-01-08");
        if (byUndo) {
            store.get(Imports.class).undo(statements().getLast().batch());
        } else {
            store.get(Verdicts.class).state(december(), new VerdictRequest("reopen", "the agency confirmed the day"));
        }
        lists("2026-11-28T12:00:00Z", "2027-01-08", "2027-02-05");

        assertThat(due()).contains("2026-12-04T13:30:00Z");
    }

    @Test
    void whatAPersonCalledOffStaysSo() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        store.get(Verdicts.class).state(december(), new VerdictRequest("cancel", "no funds"));
        lists("2026-11-27T12:00:00Z", "2026-12-04", "2027-01-08");

        assertThat(due()).containsExactly("2027-01-08T13:30:00Z");
    }

    @Test
    void aReopeningThatAPersonTookBackIsNotStatedAgain() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-11-27T12:00:00Z", "2027-01-08");
        lists("2026-11-28T12:00:00Z", "2026-12-04", "2027-01-08");
        long reopened = store.imports().list().stream()
                .mapToLong(batch -> batch.batch())
                .max()
                .orElseThrow();
        store.imports().undo(reopened);
        lists("2026-11-29T12:00:00Z", "2026-12-04", "2027-01-08", "2027-02-05");

        assertThat(due()).containsExactly("2027-01-08T13:30:00Z", "2027-02-05T13:30:00Z");
    }

    @Test
    void aDayThatIsOverIsNotCalledOff() {
        lists("2026-11-26T12:00:00Z", "2026-12-04", "2027-01-08");
        lists("2026-12-05T12:00:00Z", "2027-01-08");

        assertThat(due()).containsExactly("2026-12-04T13:30:00Z", "2027-01-08T13:30:00Z");
    }
}
