package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Verdict;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.verdicts.VerdictRequest;
import org.macroedge.server.releases.verdicts.Verdicts;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SeriesItem;
import org.macroedge.server.sources.view.SourceRun;

/// The figures of a publisher become the actuals of scheduled releases. The answers are composed.
class SeriesIngestionTest {

    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final String FEED = """
        [{"title":"Non-Farm Employment Change","country":"USD","date":"2026-11-06T08:30:00-05:00","impact":"High",
         "forecast":"110K","previous":"95K"}]\
        """;

    private final SettableClock clock = new SettableClock("2026-11-02T12:00:00Z");
    private final List<String> figures = new ArrayList<>(List.of("2026 M09 159381", "2026 M08 159286"));
    private Database database;
    private TestStore store;
    private FaultServer server;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        server = new FaultServer((head, socket) -> FaultServer.text(
                        FaultServer.answer("200 OK", "", head.startsWith("POST") ? bls(figures) : FEED))
                .to(head, socket));
        sources = TestIngestion.of(store, clock, server.address("/data"));
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        server.close();
        database.close();
    }

    private static String bls(List<String> figures) {
        List<String> data = figures.stream()
                .map(figure -> figure.split(" "))
                .map(parts -> "{\"year\":\"%s\",\"period\":\"%s\",\"value\":\"%s\",\"footnotes\":[{}]}"
                        .formatted(parts[0], parts[1], parts[2]))
                .toList();
        return "{\"status\":\"REQUEST_SUCCEEDED\",\"responseTime\":1,\"message\":[],\"Results\":{\"series\":["
                + "{\"seriesID\":\"CES0000000001\",\"data\":[" + String.join(",", data) + "]}]}}";
    }

    private SourceRun look(String instant) {
        clock.set(instant);
        return sources.ingestion().ingest("bls", request -> {}).getFirst();
    }

    private void schedule() {
        assertThat(sources.ingestion()
                        .ingest("forexfactory-feed", request -> {})
                        .getFirst()
                        .state())
                .isEqualTo("stored");
    }

    private List<ObservedRelease> payrolls() {
        return store.facts().asKnown(null).releases().stream()
                .filter(release -> release.indicator().value().equals(PAYROLLS))
                .toList();
    }

    @Test
    void anObservationBecomesTheActualOfItsScheduledRelease() {
        schedule();
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        SourceRun run = look("2026-11-06T13:31:00.250Z");

        assertThat(run.state()).isEqualTo("stored");
        assertThat(payrolls()).singleElement().satisfies(release -> {
            assertThat(release.actual()).isEqualByComparingTo("119000");
            assertThat(release.previous()).isEqualByComparingTo("95000");
            assertThat(release.period()).isEqualTo(LocalDate.parse("2026-10-01"));
            assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-06T13:30:00Z"));
            assertThat(release.source()).isEqualTo("bls");
            assertThat(release.marks()).contains(Mark.SCHEDULE_TIME);
            assertThat(release.forecasts()).singleElement().satisfies(forecast -> {
                assertThat(forecast.value()).isEqualByComparingTo("110000");
                assertThat(forecast.source()).isEqualTo("forexfactory-feed");
            });
        });
    }

    @Test
    void aFigureThatWasLateCountsFromItsFetch() {
        schedule();
        look("2026-11-06T13:24:00Z");
        look("2026-11-06T13:31:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:36:00.250Z");

        assertThat(payrolls()).singleElement().satisfies(release -> {
            assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-06T13:36:01Z"));
            assertThat(release.marks()).doesNotContain(Mark.SCHEDULE_TIME);
            assertThat(release.forecasts()).hasSize(1);
        });
    }

    @Test
    void aFirstLookAtAHistoryIsABaselineAndNoRelease() {
        SourceRun run = look("2026-11-02T12:10:00Z");

        assertThat(run.counts().imported()).isZero();
        assertThat(payrolls()).isEmpty();
        assertThat(observations()).containsExactly("2026-08-01 159286 baseline", "2026-09-01 159381 baseline");
    }

    private List<String> observations() {
        return database.jdbc()
                .sql("SELECT period || ' ' || value || CASE WHEN lacked_at IS NULL THEN ' baseline' ELSE '' END"
                        + " FROM observation ORDER BY period, seen_at")
                .query(String.class)
                .list();
    }

    @Test
    void withoutAForecastTheActualIsKept() {
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");

        assertThat(payrolls()).singleElement().satisfies(release -> {
            assertThat(release.actual()).isEqualByComparingTo("119000");
            assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-06T13:31:00Z"));
            assertThat(release.forecasts()).isEmpty();
        });
    }

    @Test
    void aFigureThatThePublisherTakesBackCountsNoMoreUntilItIsThereAgain() {
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");
        assertThat(payrolls())
                .singleElement()
                .satisfies(release -> assertThat(release.verdict()).isNull());

        figures.removeFirst();
        look("2026-11-20T14:00:00Z");
        assertThat(payrolls())
                .as("an answer that ends before the period can be an old copy")
                .singleElement()
                .satisfies(release -> assertThat(release.verdict()).isNull());

        figures.addFirst("2026 M11 159600");
        look("2026-12-04T13:31:00Z");
        look("2026-12-04T15:31:00Z");
        ObservedRelease october = payrolls().getFirst();
        assertThat(october.period()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(october.verdict()).isEqualTo(Verdict.WITHDRAWN);
        assertThat(store.facts().asKnown(null).verdict(october.releaseId()).orElseThrow())
                .satisfies(verdict -> {
                    assertThat(verdict.author()).isEqualTo("bls");
                    assertThat(verdict.reason())
                            .isEqualTo("its answer of 2026-12-04T13:31:00Z has later periods, and none of 2026-10-01");
                });
        assertThat(store.facts().asKnown(Instant.parse("2026-12-01T00:00:00Z")).verdicts())
                .isEmpty();

        figures.add(1, "2026 M10 159500");
        look("2026-12-05T13:31:00Z");
        assertThat(payrolls().getFirst().verdict()).isNull();
    }

    @Test
    void aFigureThatReturnsAsAnotherOneStaysWithdrawn() {
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");
        figures.set(0, "2026 M11 159600");
        look("2026-12-04T13:31:00Z");
        figures.add(1, "2026 M10 159400");
        look("2026-12-05T13:31:00Z");

        assertThat(payrolls().getFirst().verdict()).isEqualTo(Verdict.WITHDRAWN);
    }

    @Test
    void whatAPersonStatedAboutAFigureStands() {
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");
        store.get(Verdicts.class)
                .state(payrolls().getFirst().releaseId().value(), new VerdictRequest("confirm", "seen on its page"));
        figures.set(0, "2026 M11 159600");
        look("2026-12-04T13:31:00Z");

        assertThat(payrolls().getFirst().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void aWithdrawalThatAPersonTookBackIsNotStatedAgain() {
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");
        figures.set(0, "2026 M11 159600");
        look("2026-12-04T13:31:00Z");
        store.get(Verdicts.class)
                .state(payrolls().getFirst().releaseId().value(), new VerdictRequest("reopen", "a fault of its page"));
        figures.addFirst("2026 M12 159700");
        look("2027-01-08T13:31:00Z");

        assertThat(payrolls().getFirst().verdict()).isNull();
    }

    @Test
    void aRevisionIsThePreviousOfTheNextReleaseAndChangesNoActual() {
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");
        figures.set(0, "2026 M10 159520");
        look("2026-11-06T15:00:00Z");
        assertThat(payrolls())
                .extracting(release -> release.actual().toPlainString())
                .containsExactly("119000");

        figures.addFirst("2026 M11 159600");
        look("2026-12-04T13:31:00Z");

        assertThat(payrolls())
                .extracting(
                        release -> release.actual().toPlainString(),
                        release -> String.valueOf(release.previous()),
                        ObservedRelease::period)
                .containsExactly(
                        tuple("119000", "95000", LocalDate.parse("2026-10-01")),
                        tuple("80000", "139000", LocalDate.parse("2026-11-01")));
        assertThat(observations()).contains("2026-10-01 159500", "2026-10-01 159520", "2026-11-01 159600");
    }

    @Test
    void theSameFiguresAgainStoreNothing() {
        schedule();
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");
        int batches = store.imports().list().size();
        String facts = facts();

        figures.add("2026 M07 159000");
        assertThat(look("2026-11-06T13:40:00Z").state()).isEqualTo("unchanged");
        assertThat(look("2026-11-06T17:00:00Z").state()).isEqualTo("unchanged");

        assertThat(store.imports().list()).hasSize(batches);
        assertThat(facts()).isEqualTo(facts);
    }

    private String facts() {
        return store.facts().factsOf(List.of(PAYROLLS)).toString();
    }

    @Test
    void anUndoAndANewReadingGiveTheSameInstant() {
        schedule();
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        Long batch = look("2026-11-06T13:31:00Z").batch();
        store.imports().undo(batch);
        assertThat(payrolls()).isEmpty();

        look("2026-11-06T19:00:00Z");

        assertThat(payrolls())
                .singleElement()
                .satisfies(
                        release -> assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-06T13:30:00Z")));
    }

    @Test
    void aCheckNotesNoLook() {
        schedule();
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        clock.set("2026-11-06T13:31:00Z");
        SourceRun check = sources.ingestion().check("bls", false, request -> {}).getFirst();

        assertThat(check.state()).isEqualTo("understood");
        assertThat(check.counts().imported()).isEqualTo(1);
        assertThat(payrolls()).isEmpty();
        assertThat(observations()).hasSize(2);
        look("2026-11-06T13:35:00Z");
        assertThat(payrolls())
                .singleElement()
                .satisfies(
                        release -> assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-06T13:30:00Z")));
    }

    @Test
    void eachSeriesSaysHowFarItReachesAndWhenItWasAnswered() {
        look("2026-11-06T13:24:00Z");
        assertThat(series(PAYROLLS).period()).isEqualTo(LocalDate.parse("2026-09-01"));
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");

        assertThat(series(PAYROLLS).period()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(series(PAYROLLS).knownAt()).isEqualTo(Instant.parse("2026-11-06T13:31:00Z"));
        assertThat(series(PAYROLLS).answeredAt()).isEqualTo(Instant.parse("2026-11-06T13:31:00Z"));
        assertThat(series(PAYROLLS).fault()).isNull();
        assertThat(series("us-unemployment-rate").period()).isNull();
    }

    private SeriesItem series(String indicator) {
        return sources.series().list("bls").items().stream()
                .filter(item -> item.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSeriesOfWhichNothingComesIsSetAside() {
        look("2026-11-02T12:10:00Z");

        assertThat(store.imports().quarantine(null))
                .filteredOn(row -> row.message().contains("LNS14000000"))
                .singleElement()
                .satisfies(row -> DeclaredMessages.assertSeen("RowMessage.NO_FIGURES", row.message()));
    }

    @Test
    void noLookIsAheadOfWhatItSaw() {
        schedule();
        look("2026-11-06T13:24:00Z");
        figures.addFirst("2026 M10 159500");
        look("2026-11-06T13:31:00Z");

        Set<Instant> known = Set.copyOf(store.facts().factsOf(List.of(PAYROLLS)).prints().stream()
                .map(print -> print.knownAt())
                .toList());
        assertThat(known).containsExactly(Instant.parse("2026-11-06T13:30:00Z"));
        assertThat(store.facts().asKnown(Instant.parse("2026-11-06T13:30:30Z")).releases())
                .isEmpty();
    }
}
