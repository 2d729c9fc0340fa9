package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FaultServer;

/// Payrolls are due on Friday at 13:30 UTC, and the flash estimate of consumer prices on Thursday at 10:00. The answers
/// are composed.
class ReleaseWatchTest {

    private static final String FEED = """
        [{"title":"Non-Farm Employment Change","country":"USD","date":"2026-11-06T08:30:00-05:00","impact":"High",
         "forecast":"110K","previous":"95K"},
         {"title":"CPI Flash Estimate y/y","country":"EUR","date":"2026-11-05T05:00:00-05:00","impact":"High",
         "forecast":"2.1%","previous":"2.2%"}]\
        """;
    private static final Instant WEEK_END = Instant.parse("2026-11-08T00:00:00Z");

    private final SettableClock clock = new SettableClock("2026-11-02T12:00:00Z");
    private final List<Instant> asked = new ArrayList<>();
    private Instant published = WEEK_END;
    private Database database;
    private TestStore store;
    private FaultServer server;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        server = FaultServer.of(FaultServer.answer("200 OK", "", FEED));
        sources = TestIngestion.of(store, clock, server.address("/data"));
        sources.ingestion().ingest("forexfactory-feed", request -> {});
        server.answerWith((head, socket) -> {
            asked.add(clock.instant());
            FaultServer.text(FaultServer.answer("200 OK", "", payrolls())).to(head, socket);
        });
        sources.ingestion().ingest("bls", request -> {});
        asked.clear();
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        server.close();
        database.close();
    }

    private String payrolls() {
        String fresh = clock.instant().isBefore(published)
                ? ""
                : "{\"year\":\"2026\",\"period\":\"M10\",\"value\":\"159500\",\"footnotes\":[{}]},";
        return "{\"status\":\"REQUEST_SUCCEEDED\",\"responseTime\":1,\"message\":[],\"Results\":{\"series\":["
                + "{\"seriesID\":\"CES0000000001\",\"data\":[" + fresh
                + "{\"year\":\"2026\",\"period\":\"M09\",\"value\":\"159381\",\"footnotes\":[{}]}]}]}}";
    }

    /// Runs the job of a source whenever it is due, until the week is over.
    private List<String> watch(String source) {
        Job job = sources.watch().job(source);
        List<String> results = new ArrayList<>();
        for (Instant next = sources.watch().next(source);
                next != null && next.isBefore(WEEK_END);
                next = sources.watch().next(source)) {
            assertThat(results).as("looks").hasSizeLessThan(30);
            clock.set(next.isAfter(clock.instant()) ? next : clock.instant());
            try {
                results.add(job.work().run());
            } catch (MacroEdgeException failed) {
                results.add("failed");
            }
        }
        return results;
    }

    @Test
    void aPublisherIsAskedBeforeTheInstantAndThenUntilTheFigureIsThere() {
        published = Instant.parse("2026-11-06T13:30:40Z");

        List<String> results = watch("bls");

        assertThat(results).hasSize(3).last().asString().startsWith("bls stored as batch ");
        assertThat(asked.getFirst()).isBetween("2026-11-06T13:24:00Z", "2026-11-06T13:25:00Z");
        assertThat(asked.get(1)).isBetween("2026-11-06T13:30:15Z", "2026-11-06T13:30:18Z");
        assertThat(asked.get(2)).isBetween("2026-11-06T13:31:00Z", "2026-11-06T13:31:12Z");
        assertThat(sources.watch().next("bls")).isNull();
        assertThat(store.facts().asKnown(null, "us-nonfarm-payrolls").releases())
                .singleElement()
                .satisfies(release -> {
                    assertThat(release.actual()).isEqualByComparingTo("119000");
                    // the look before it, after the instant, lacked it
                    assertThat(release.releasedAt())
                            .isAfterOrEqualTo(Instant.parse("2026-11-06T13:31:00Z"))
                            .isBefore(Instant.parse("2026-11-06T13:31:14Z"));
                    assertThat(release.marks()).doesNotContain(Mark.SCHEDULE_TIME);
                });
    }

    @Test
    void aPunctualFigureIsThereAtTheFirstLookAfterItsInstantAndCountsFromIt() {
        published = Instant.parse("2026-11-06T13:30:00Z");

        assertThat(watch("bls")).hasSize(2);
        assertThat(store.facts().asKnown(null, "us-nonfarm-payrolls").releases())
                .singleElement()
                .satisfies(release -> {
                    assertThat(release.releasedAt()).isEqualTo(published);
                    assertThat(release.marks()).contains(Mark.SCHEDULE_TIME);
                });
    }

    @Test
    void anAnswerThatWasUnderWayAtTheInstantDoesNotProveThatThePublisherWasLate() {
        published = Instant.parse("2026-11-06T13:30:00Z");
        server.answerWith((head, socket) -> {
            String lacking = payrolls();
            clock.step(Duration.ofSeconds(3));
            FaultServer.text(FaultServer.answer("200 OK", "", lacking)).to(head, socket);
        });
        clock.set("2026-11-06T13:29:59Z");
        sources.ingestion().ingest("bls", request -> {});

        assertThat(watch("bls")).hasSize(1);
        assertThat(store.facts().asKnown(null, "us-nonfarm-payrolls").releases())
                .singleElement()
                .satisfies(release -> assertThat(release.releasedAt()).isEqualTo(published));
    }

    @Test
    void aFigureThatDoesNotComeIsAskedForNineTimesAndThenLeftToTheRegularHours() {
        assertThat(watch("bls")).hasSize(9).containsOnly("bls unchanged");
        assertThat(asked).hasSize(9);
        assertThat(asked.getLast()).isBefore("2026-11-06T14:45:00Z");
    }

    @Test
    void onlyTheSeriesWhoseFigureIsDueAreAskedFor() {
        server.requests().clear();

        // not the form of its answers, so that it rests after each look
        assertThat(watch("eurostat")).isNotEmpty().containsOnly("failed");
        assertThat(server.requests())
                .isNotEmpty()
                .allMatch(request -> request.contains("/prc_hicp_minr?") && request.contains("coicop18=TOTAL&"));
        assertThat(watch("ecb")).isEmpty();
    }

    @Test
    void aPublisherThatFailsIsAskedNoMoreOftenThanOneThatLacksTheFigure() {
        server.answerWith((head, socket) -> {
            asked.add(clock.instant());
            FaultServer.text(FaultServer.answer("500 Internal Server Error", "", ""))
                    .to(head, socket);
        });

        assertThat(watch("bls")).hasSizeLessThanOrEqualTo(9).containsOnly("failed");
        assertThat(asked).hasSizeLessThanOrEqualTo(9).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerThatWasAskedForByHandTakesThePlaceOfALook() {
        clock.set("2026-11-06T13:26:00Z");
        sources.ingestion().ingest("bls", request -> {});

        assertThat(sources.watch().next("bls"))
                .isBetween(Instant.parse("2026-11-06T13:30:15Z"), Instant.parse("2026-11-06T13:30:18Z"));
    }

    @Test
    void aSourceThatIsOffHasNoLook() {
        TestIngestion off = TestIngestion.of(
                store,
                clock,
                List.copyOf(
                        store.context().getBeansOfType(SourceConnector.class).values()),
                new SourceSettings(List.of(), Map.of(), Map.of()));

        assertThat(off.watch().next("bls")).isNull();
        assertThat(off.views().list().items()).allMatch(item -> item.nextLookAt() == null);
        off.close();
    }

    @Test
    void theNextLookIsShownWithTheSourceAndTheJob() {
        Instant next = sources.watch().next("bls");

        assertThat(next).isBetween(Instant.parse("2026-11-06T13:24:00Z"), Instant.parse("2026-11-06T13:25:00Z"));
        assertThat(sources.views().list().items())
                .filteredOn(item -> item.source().equals("bls"))
                .singleElement()
                .satisfies(item -> assertThat(item.nextLookAt()).isEqualTo(next));
        Job job = sources.watch().job("bls");
        assertThat(job.schedule().next(clock.instant())).isEqualTo(next);
        assertThat(job.schedule().text()).isEqualTo("each scheduled release of bls");
        assertThat(job.work().run()).isEqualTo("no look for a figure of bls is due");
        assertThatThrownBy(() -> sources.watch().next("other")).hasMessageContaining("other");
    }
}
