package org.macroedge.server.sources.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// The guide's connector from its answer to the facts, and its key nowhere but in the request.
class SkeletonConnectorTest {

    private static final String CANARY = "canary7f3a91";
    private static final String PROFILE = """
        source: skeleton
        file: {columns: {title: event, instant: time, forecast: expected, previous: previous}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: America/New_York}
        captured: {from: file-name, pattern: "yyyyMMdd'T'HHmmssX", zone: UTC}
        values: {suffixes: {K: 3}}
        forecastKind: survey
        titles: [{title: Claims, indicator: us-unemployment-claims}]
        """;

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SourceRun ingest(String answer) throws IOException {
        try (FaultServer server = FaultServer.of(answer);
                TestIngestion sources = TestIngestion.of(
                        store,
                        clock,
                        List.of(new SkeletonConnector(this::profile)),
                        new SourceSettings(
                                null,
                                Map.of("skeleton", server.address("/calendar.csv")),
                                Map.of(Variable.BLS_KEY, CANARY)))) {
            SourceRun run =
                    sources.ingestion().ingest("skeleton", request -> {}).getFirst();
            assertThat(server.requests()).singleElement().asString().contains("key=" + CANARY);
            assertThat(Json.text(run) + Json.text(sources.views().list())).doesNotContain(CANARY);
            return run;
        }
    }

    private CalendarProfile profile() {
        return store.get(Profiles.class).sent("skeleton.yaml", PROFILE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerBecomesAScheduleAndAForecast() throws IOException {
        SourceRun run = ingest(
                FaultServer.answer("200 OK", "", "event,time,expected,previous\nClaims,2026-11-27 08:30,225K,220K\n"));

        assertThat(run.state()).isEqualTo("stored");
        assertThat(store.facts().factsOf(List.of("us-unemployment-claims")).schedules())
                .singleElement()
                .satisfies(schedule ->
                        assertThat(schedule.scheduledAt()).isEqualTo(Instant.parse("2026-11-27T13:30:00Z")));
        assertThat(store.facts().factsOf(List.of("us-unemployment-claims")).forecasts())
                .singleElement()
                .satisfies(forecast -> assertThat(forecast.value()).isEqualByComparingTo("225000"));
    }

    @Test
    void whatIsNoCalendarIsAFault() throws IOException {
        assertThat(ingest(FaultServer.answer("200 OK", "", "")).code()).isEqualTo("source-no-rows");
    }

    @Test
    void anErrorPageIsAFault() throws IOException {
        assertThat(ingest(FaultServer.answer("200 OK", "", "<html></html>")).code())
                .isEqualTo("source-not-understood");
    }

    @Test
    void theKeyIsNowhereInTheStore() throws IOException {
        ingest(FaultServer.answer("401 Unauthorized", "", "no such key: " + CANARY));

        for (String table :
                List.of("source_state", "source_request", "raw_payload", "batch", "statement", "quarantine")) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%" + CANARY + "%'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }
}
