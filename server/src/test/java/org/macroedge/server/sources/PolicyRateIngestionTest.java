package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// A series of Bank Rate by day gives the actuals of scheduled decisions. The answers are composed.
class PolicyRateIngestionTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final String FEED = """
        [{"title":"Official Bank Rate","country":"GBP","date":"2026-11-05T07:00:00-05:00","impact":"High",
         "forecast":"4.00%","previous":"4.00%"}]\
        """;

    private final SettableClock clock = new SettableClock("2026-11-02T12:00:00Z");
    private String rates = "2026-10-29 4,2026-10-30 4";
    private Database database;
    private TestStore store;
    private FaultServer server;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, clock);
        server = new FaultServer((head, socket) -> FaultServer.text(
                        FaultServer.answer("200 OK", "", head.contains("SeriesCodes=") ? bank(rates) : FEED))
                .to(head, socket));
        sources = TestIngestion.of(
                store,
                clock,
                new SourceSettings(
                        null,
                        Map.of("boe", server.address("/data"), "forexfactory-feed", server.address("/data")),
                        Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        server.close();
        database.close();
    }

    private static String bank(String rates) {
        StringBuilder days = new StringBuilder();
        for (String day : rates.split(",")) {
            String[] parts = day.split(" ");
            days.append("<Cube TIME=\"%s\" OBS_VALUE=\"%s\"/>".formatted(parts[0], parts[1]));
        }
        return "<Envelope><Cube SCODE=\"IUDBEDR\"><Cube FREQ_CODE=\"D\"/>" + days + "</Cube></Envelope>";
    }

    private SourceRun ask(String source, String instant) {
        clock.set(instant);
        return sources.ingestion().ingest(source, request -> {}).getFirst();
    }

    private void load(String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
        store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }

    private List<ObservedRelease> decisions() {
        return store.facts().asKnown(null).releases().stream()
                .filter(release -> release.indicator().value().equals("gb-official-bank-rate"))
                .toList();
    }

    @Test
    void aDecisionCountsFromItsScheduledInstantOnceTheNextDayShowsIt() {
        ask("forexfactory-feed", "2026-11-02T12:00:00Z");
        ask("boe", "2026-11-05T09:35:00Z");
        rates += ",2026-11-04 4,2026-11-05 3.75";
        ask("boe", "2026-11-06T09:35:00Z");
        assertThat(decisions()).isEmpty();

        rates += ",2026-11-06 3.75";
        assertThat(ask("boe", "2026-11-09T09:35:00Z").state()).isEqualTo("stored");

        assertThat(decisions()).singleElement().satisfies(release -> {
            assertThat(release.actual()).isEqualByComparingTo("3.75");
            assertThat(release.previous()).isEqualByComparingTo("4");
            assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-05T12:00:00Z"));
            assertThat(release.declaredPeriod()).isNull();
            assertThat(release.source()).isEqualTo("boe");
            assertThat(release.marks()).contains(Mark.SCHEDULE_TIME);
            assertThat(release.forecasts())
                    .singleElement()
                    .satisfies(forecast -> assertThat(forecast.value()).isEqualByComparingTo("4"));
        });
    }

    @Test
    void aFirstLookFindsTheDecisionsThatACalendarHadAnnounced() {
        ask("forexfactory-feed", "2026-11-02T12:00:00Z");
        rates += ",2026-11-04 4,2026-11-05 4,2026-11-06 4,2026-11-09 4";
        ask("boe", "2026-11-16T09:35:00Z");

        assertThat(decisions()).singleElement().satisfies(release -> {
            assertThat(release.actual()).isEqualByComparingTo("4");
            assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-05T12:00:00Z"));
        });
    }

    @Test
    void withoutAnAnnouncedDecisionARateIsNoRelease() {
        rates += ",2026-11-04 4,2026-11-05 3.75,2026-11-06 3.75";
        ask("boe", "2026-11-09T09:35:00Z");

        assertThat(decisions()).isEmpty();
    }

    @Test
    void theFigureOfACalendarStandsBeforeThatOfARateByDay() {
        ask("forexfactory-feed", "2026-11-02T12:00:00Z");
        rates += ",2026-11-04 4,2026-11-05 3.75,2026-11-06 3.75";
        ask("boe", "2026-11-09T09:35:00Z");
        load("indicator,released_at,period,actual,forecast,previous\n"
                + "gb-official-bank-rate,2026-11-05T12:00:30Z,,3.75,4,4\n");

        assertThat(decisions()).singleElement().satisfies(release -> {
            assertThat(release.source()).isEqualTo("macro-edge");
            assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-05T12:00:30Z"));
        });
    }

    @Test
    void noReleaseOfARateByDayIsWatched() {
        ask("forexfactory-feed", "2026-11-02T12:00:00Z");

        assertThat(sources.watch().next("boe")).isNull();
    }
}
