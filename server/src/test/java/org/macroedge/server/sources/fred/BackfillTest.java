package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.BackfillSpan;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SeriesItem;
import org.macroedge.server.sources.view.SourceRun;

/// The past of a source that knows what was published when is filled in steps that any process goes on with. The
/// answers are cut from a composed history, as ALFRED cuts its own.
class BackfillTest {

    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final Instant FROM = Instant.parse("2011-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2020-06-30T00:00:00Z");
    /// Parts of five years: 2011 to 2014, 2015 to 2019, 2020.
    private static final int PARTS = 3;

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private final EmploymentHistory history = new EmploymentHistory();
    private Database database;
    private TestStore store;
    private FaultServer server;
    private Set<String> refused = Set.of();

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        server = new FaultServer(
                (head, socket) -> FaultServer.text(FaultServer.answer("200 OK", "", history.answer(head, refused)))
                        .to(head, socket));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        database.close();
    }

    private TestIngestion sources() {
        URI address = server.address("/data");
        return TestIngestion.of(
                store,
                clock,
                new SourceSettings(
                        null,
                        Map.of("fred", address, "bls", address),
                        Map.of(Variable.FRED_KEY, "0123456789abcdef"),
                        Set.of(Variable.FRED_TERMS)));
    }

    private BackfillSpan span(String source, Instant from, Instant to) {
        return BackfillSpan.of(source, null, from, to, clock);
    }

    private static List<SourceRun> all(TestIngestion sources, BackfillSpan span) {
        List<SourceRun> runs = new ArrayList<>();
        BackfillStep step;
        do {
            step = sources.backfill().next(span, request -> {});
            runs.addAll(step.items());
            assertThat(step.items()).as("%s", step).noneMatch(SourceRun::isFailure);
        } while (step.left() > 0);
        return runs;
    }

    private Map<LocalDate, String> payrolls() {
        Map<LocalDate, String> releases = new TreeMap<>();
        store.facts().asKnown(null).releases().stream()
                .filter(release -> release.indicator().value().equals(PAYROLLS))
                .forEach(release -> releases.put(
                        LocalDate.ofInstant(release.releasedAt(), ZoneOffset.UTC),
                        release.period() + " " + release.actual().toPlainString() + " "
                                + release.previous().toPlainString()));
        return releases;
    }

    @Test
    void everyFirstPrintOfTheYearsIsThereAsItStoodOnItsDayAndNoOther() {
        try (TestIngestion sources = sources()) {
            List<SourceRun> runs = all(sources, span("fred", FROM, TO));

            assertThat(server.requests()).hasSize(37 * PARTS);
            assertThat(runs).as("40 requests a batch").hasSize(3);
            assertThat(payrolls()).hasSize(120).isEqualTo(history.printed(2011, 2020));
        }
    }

    @Test
    void anotherProcessGoesOnWhereOneStoppedAndNothingIsAskedTwice() {
        try (TestIngestion first = sources()) {
            BackfillStep step = first.backfill().next(span("fred", FROM, TO), request -> {});
            assertThat(step.items()).hasSize(1);
            assertThat(step.items().getFirst().request()).isEqualTo("A191RL1Q225SBEA 2011 to 2014 and 39 more");
            assertThat(step.done()).isEqualTo(40);
            assertThat(step.left()).isEqualTo(37 * PARTS - 40);
        }
        try (TestIngestion next = sources()) {
            all(next, span("fred", FROM, TO));
            assertThat(server.requests()).hasSize(37 * PARTS);
            int batches = store.imports().list().size();

            BackfillStep again = next.backfill().next(span("fred", FROM, TO), request -> {});
            assertThat(again).isEqualTo(new BackfillStep(List.of(), 37 * PARTS, 0, 0));
            all(next, span("fred", Instant.parse("2009-01-01T00:00:00Z"), TO));
            assertThat(server.requests()).as("2009, and 2010 to 2014").hasSize(37 * (PARTS + 2));
            assertThat(store.imports().list().size()).isGreaterThan(batches);
            assertThat(payrolls()).isEqualTo(history.printed(2009, 2020));
        }
    }

    /// All three parts of it, one after the other in no step.
    @Test
    void aSeriesThatCannotBeReadHoldsUpNoOtherAndIsAskedAgainAfterAnHour() {
        refused = Set.of("PAYEMS");
        try (TestIngestion sources = sources()) {
            BackfillSpan span = span("fred", FROM, TO);
            List<BackfillStep> steps = steps(sources, span);

            assertThat(steps)
                    .allSatisfy(step ->
                            assertThat(step.items().getFirst().isFailure()).isFalse());
            assertThat(steps.getLast().done()).isEqualTo(36 * PARTS);
            assertThat(steps.getLast().failing()).isEqualTo(PARTS);
            assertThat(steps.getLast().items().stream().filter(SourceRun::isFailure))
                    .extracting(SourceRun::request)
                    .containsExactly("PAYEMS 2011 to 2014", "PAYEMS 2015 to 2019", "PAYEMS 2020 to 2020");
            assertThat(payrolls()).isEmpty();
            assertThat(server.requests()).hasSize(37 * PARTS);
            assertThat(series(sources, "PAYEMS").fault()).isEqualTo("source-not-understood");
            assertThat(series(sources, "PAYEMS").period()).isNull();
            assertThat(series(sources, "UNRATE").fault()).isNull();

            assertThat(sources.backfill().next(span, request -> {}).items()).hasSize(PARTS);
            assertThat(server.requests()).as("within the hour").hasSize(37 * PARTS);

            refused = Set.of();
            clock.step(Duration.ofHours(1));
            assertThat(steps(sources, span).getLast()).satisfies(last -> {
                assertThat(last.done()).isEqualTo(37 * PARTS);
                assertThat(last.failing()).isZero();
            });
            assertThat(payrolls()).isEqualTo(history.printed(2011, 2020));
            assertThat(series(sources, "PAYEMS").fault()).isNull();
            assertThat(series(sources, "PAYEMS").period()).isEqualTo(LocalDate.parse("2020-11-01"));
        }
    }

    private static SeriesItem series(TestIngestion sources, String key) {
        return sources.series().list("fred").items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCheckSendsOneRequestAndStoresNothing() {
        try (TestIngestion sources = sources()) {
            sources.ingestion().check("fred", false, request -> {});
            assertThat(server.requests()).hasSize(1);
            sources.ingestion().check("fred", true, request -> {});
            assertThat(server.requests()).hasSize(1 + 37);
            assertThat(store.imports().list()).isEmpty();
        }
    }

    @Test
    void aSourceThatAnswersNothingReadableIsLeftAloneAfterThreeRequestsAndWhatCameBeforeIsStored() {
        refused = Set.of("PCE", "PCEPILFE", "PERMIT");
        try (TestIngestion sources = sources()) {
            BackfillStep step = sources.backfill().next(span("fred", FROM, TO), request -> {});

            assertThat(step.items()).hasSize(2);
            assertThat(step.items().getFirst().state()).isEqualTo(SourceRun.STORED);
            assertThat(step.items().getLast().isFailure()).isTrue();
            assertThat(step.items().getLast().retryAt()).isAfter(clock.instant());
            assertThat(server.requests()).hasSize(step.done() + 3);
            assertThat(payrolls()).isEqualTo(history.printed(2011, 2014));

            int sent = server.requests().size();
            sources.backfill().next(span("fred", FROM, TO), request -> {});
            assertThat(server.requests()).as("it rests").hasSize(sent);
        }
    }

    private static List<BackfillStep> steps(TestIngestion sources, BackfillSpan span) {
        List<BackfillStep> steps = new ArrayList<>();
        do {
            steps.add(sources.backfill().next(span, request -> {}));
            assertThat(steps).hasSizeLessThan(37);
        } while (steps.getLast().left() > 0);
        return steps;
    }

    @Test
    void aSourceWithoutAHistorySaysSo() {
        try (TestIngestion sources = sources()) {
            BackfillStep step = sources.backfill().next(span("bls", FROM, TO), request -> {});

            SourceRun run = step.items().getFirst();
            assertThat(run.state()).isEqualTo("unable");
            assertThat(run.note())
                    .isEqualTo("not asked: it gives what stands now, not what was known in the past. Import a calendar"
                            + " of that time, or switch on a source with a history, such as fred");
            DeclaredMessages.assertSeen("SourceMessage.NO_HISTORY", String.valueOf(run.note()));
            assertThat(step.left()).isZero();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aRegionWithoutSeriesAsksNothing() {
        try (TestIngestion sources = sources()) {
            assertThat(sources.backfill().next(BackfillSpan.of("fred", Region.JP, FROM, TO, clock), request -> {}))
                    .isEqualTo(new BackfillStep(List.of(), 0, 0, 0));
            assertThat(sources.ingestion().ingest("fred", Region.JP, request -> {}))
                    .isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    /// The answer about the present year changes, so it stands for a day only; a step never asks for it again and
    /// again.
    @Test
    void thePresentYearIsAskedOnceADay() {
        BackfillSpan year = span("fred", Instant.parse("2026-01-01T00:00:00Z"), null);
        try (TestIngestion sources = sources()) {
            all(sources, year);
            assertThat(server.requests()).hasSize(37);
            assertThat(all(sources, year)).isEmpty();
            assertThat(server.requests()).hasSize(37);
            clock.set("2026-11-27T18:00:00Z");
            all(sources, year);
            assertThat(server.requests()).hasSize(2 * 37);
        }
    }

    @Test
    void aSpanThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> span("fred", TO, FROM)).isInstanceOf(MacroEdgeException.class);
        assertThatThrownBy(() -> span("fred", Instant.parse("2027-01-01T00:00:00Z"), null))
                .isInstanceOf(MacroEdgeException.class);
    }
}
