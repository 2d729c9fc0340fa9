package org.macroedge.server.sources.fmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.KeyedCalendar;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.ReadCalendar;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.view.SourceRun;

/// Composed answers with the documented fields, and times and names of September 2026 that users published.
class FmpConnectorTest {

    private static final String CANARY = "canary4b1d7f3a91";
    private static final Instant FETCHED = Instant.parse("2026-09-11T12:35:00Z");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Profiles PROFILES =
            new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
    private static final KeyedCalendar CONNECTOR = FmpConnector.of(() -> PROFILES.shippedOrOwn(FmpConnector.ID));

    private static final String CLAIMS =
            event("US", "Initial Jobless Claims (Sep/05)", "2026-09-10 12:30:00", "206", "205", "207.5", "K");
    private static final String CPI =
            event("US", "Inflation Rate MoM (Aug)", "2026-09-11 12:30:00", "0.4", "0", "-0.1", "%");
    private static final String ANSWER = answer(
            CLAIMS,
            CPI,
            event("US", "ISM Manufacturing PMI (Sep)", "2026-10-01 14:00:00", "null", "null", "54", "points"),
            event("US", "Retail Sales MoM (Aug)", "2026-09-16 00:00:00", "null", "0.3", "0.6", "%"),
            event("US", "GDP Growth Rate QoQ (Q2)", "2026-09-11 12:30:00", "335.12", "335.11", "334.9", "points"),
            event("MT", "Feast of Our Lady of Victories", "2026-09-08 00:00:00", "null", "null", "null", ""));

    private static String event(
            String country, String event, String time, String actual, String estimate, String previous, String unit) {
        return """
            {"country":"%s","event":"%s","date":"%s","actual":%s,"estimate":%s,"previous":%s,"impact":"high","unit":"%s"}\
            """.formatted(country, event, time, actual, estimate, previous, unit);
    }

    private static String answer(String... events) {
        return "[" + String.join(",\n", events) + "]";
    }

    private static List<RowResult> results(String body) {
        return ReadCalendar.results(CONNECTOR, body, FETCHED);
    }

    private static List<ReportedRelease> rows(String body) {
        return ReadCalendar.mapped(results(body));
    }

    @Test
    void itAsksForAWeekBackAndAWeekAheadAndHidesTheKey() {
        FetchRequest request = CONNECTOR
                .requests(
                        new SourceAccess(URI.create("https://example.org/stable/economic-calendar"), CANARY),
                        LocalDate.of(2026, 9, 11))
                .getFirst();
        assertThat(request.address())
                .hasToString("https://example.org/stable/economic-calendar?from=2026-09-04&to=2026-09-18");
        assertThat(request.secrets()).isEqualTo(Map.of("apikey", CANARY));
        assertThat(request.address() + request.toString()).doesNotContain(CANARY);
    }

    @Test
    void aCountIsReadInTheUnitBesideItAndTimesAreInUtc() {
        ReportedRelease claims = rows(ANSWER).getFirst();
        assertThat(claims.indicator().id()).isEqualTo(new IndicatorId("us-unemployment-claims"));
        assertThat(claims.instant()).isEqualTo("2026-09-10T12:30:00Z");
        assertThat(claims.actual()).isEqualByComparingTo("206000");
        assertThat(claims.previous()).isEqualByComparingTo("207500");
        assertThat(claims.forecasts()).singleElement().satisfies(forecast -> {
            assertThat(forecast.value()).isEqualByComparingTo("205000");
            assertThat(forecast.capturedAt()).isEqualTo(FETCHED);
        });
        assertThat(claims.period()).isNull();
        assertThat(claims.scheduleCapturedAt()).isEqualTo(FETCHED);
    }

    @Test
    void aConsensusOfZeroIsAConsensus() {
        ReportedRelease cpi = rows(ANSWER).get(1);
        assertThat(cpi.indicator().id()).isEqualTo(new IndicatorId("us-cpi-mom"));
        assertThat(cpi.actual()).isEqualByComparingTo("0.4");
        assertThat(cpi.previous()).isEqualByComparingTo("-0.1");
        assertThat(cpi.forecasts())
                .singleElement()
                .satisfies(forecast -> assertThat(forecast.value()).isEqualByComparingTo("0"));
    }

    @Test
    void aRowToComeHasNoActualAndWithoutAClockTimeTheCataloguesTime() {
        ReportedRelease pmi = rows(ANSWER).get(2);
        assertThat(pmi.indicator().id()).isEqualTo(new IndicatorId("us-ism-manufacturing-pmi"));
        assertThat(pmi.actual()).isNull();
        assertThat(pmi.forecasts()).isEmpty();
        assertThat(pmi.previous()).isEqualByComparingTo("54");

        ReportedRelease sales = rows(ANSWER).get(3);
        assertThat(sales.indicator().id()).isEqualTo(new IndicatorId("us-retail-sales-mom"));
        assertThat(sales.dateOnly()).isTrue();
        assertThat(sales.instant()).isEqualTo("2026-09-16T12:30:00Z");
    }

    @Test
    void whatIsNotCertainIsUnmappedAndAHolidayIsNoRow() {
        List<RowResult> results = results(ANSWER);
        assertThat(results).hasSize(6);
        assertThat(results.get(4)).isInstanceOf(RowResult.Unmapped.class);
        assertThat(results.get(5)).isInstanceOf(RowResult.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "persons"})
    void aCountInAnotherUnitIsNotReadAsACount(String unit) {
        assertThat(results(answer(CPI, CLAIMS.replace("\"K\"", '"' + unit + '"')))
                        .get(1))
                .isInstanceOf(RowResult.Unmapped.class);
    }

    @Test
    void anUnknownUnitIsAFaultOfItsRowOnly() {
        List<RowResult> results = results(answer(CLAIMS, CPI.replace("\"%\"", "\"bp\"")));
        assertThat(results.getFirst()).isInstanceOf(RowResult.Mapped.class);
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        RowResult.Faulty.class,
                        faulty -> assertThat(faulty.fault().message()).contains("\"bp\""));
    }

    @Test
    void anActualThatIsStillToComeIsAFaultOfItsRow() {
        assertThat(results(answer(CPI.replace("12:30:00", "12:36:00"))).getFirst())
                .isInstanceOf(RowResult.Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "{\"message\":\"down\"}", "", "{}", "null", "[{\"a\":1}]"})
    void whatIsNoCalendarIsNotUnderstood(String body) {
        assertThat(ReadCalendar.fault(CONNECTOR, body, FETCHED)).isEqualTo("source-not-understood");
    }

    @Test
    void anAnswerThatWasCutIsNotUnderstoodWhereverItWasCut() {
        for (int length = 0; length < ANSWER.length(); length++) {
            String cut = ANSWER.substring(0, length);
            assertThat(ReadCalendar.fault(CONNECTOR, cut, FETCHED)).as(cut).isEqualTo("source-not-understood");
        }
    }

    @Test
    void anEmptyListAndARefusalWithStatus200AreFaultsOfTheSource() {
        assertThat(ReadCalendar.fault(CONNECTOR, " [ ]\n", FETCHED)).isEqualTo("source-no-rows");
        assertThat(ReadCalendar.fault(CONNECTOR, "{\"Error Message\":\"Invalid API KEY.\"}", FETCHED))
                .isEqualTo("source-refused");
    }

    /// What is read of a damaged answer stands in it, as another reader finds it.
    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        int read = Mutations.assertOwnOrCodedFaults(
                body -> ReadCalendar.results(CONNECTOR, body, FETCHED),
                ANSWER.getBytes(StandardCharsets.UTF_8),
                (results, body) -> ReadCalendar.assertStated(
                        results, body, "", new ReadCalendar.Names("date", "actual", "previous", "estimate")));
        assertThat(read).isPositive();
    }

    @Test
    void theConsensusIsStoredThenTheActualOnceAndTheKeyNowhere() throws IOException {
        SettableClock clock = new SettableClock("2026-09-11T12:00:00Z");
        String before = answer(CLAIMS, CPI.replace("\"actual\":0.4", "\"actual\":null"));
        try (Database database = TestDatabase.fresh();
                FaultServer server = FaultServer.of(FaultServer.answer("200 OK", "", before))) {
            TestStore store = TestStore.of(database, CATALOGUE, clock);
            SourceSettings settings = new SourceSettings(
                    null, Map.of("fmp", server.address("/calendar")), Map.of(Variable.FMP_KEY, CANARY));
            try (TestIngestion sources = TestIngestion.of(store, clock, List.of(CONNECTOR), settings)) {
                SourceRun first = ingest(sources);
                clock.set("2026-09-11T12:45:00Z");
                server.answerWith(FaultServer.text(FaultServer.answer("200 OK", "", answer(CLAIMS, CPI))));
                SourceRun second = ingest(sources);
                clock.set("2026-09-11T13:15:00Z");
                server.answerWith(FaultServer.text(
                        FaultServer.answer("200 OK", "", "{\"Error Message\":\"bad key " + CANARY + "\"}")));
                SourceRun refused = ingest(sources);

                assertThat(first.counts().imported()).isEqualTo(2);
                assertThat(second.counts().imported()).isEqualTo(1);
                assertThat(refused.code()).isEqualTo("source-refused");
                StoredFacts facts = store.facts().factsOf(List.of("us-cpi-mom"));
                assertThat(facts.prints())
                        .singleElement()
                        .satisfies(print -> assertThat(print.actual()).isEqualByComparingTo("0.4"));
                assertThat(facts.forecasts())
                        .allSatisfy(forecast -> assertThat(forecast.value()).isEqualByComparingTo("0"))
                        .anySatisfy(
                                forecast -> assertThat(forecast.capturedAt()).isEqualTo("2026-09-11T12:00:00Z"));
                assertThat(Json.text(
                                List.of(first, second, refused, sources.views().list())))
                        .doesNotContain(CANARY);
            }
            assertThat(Stream.of("source_state", "source_request", "raw_payload", "batch", "statement")
                            .map(table -> database.jdbc()
                                    .sql("SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%" + CANARY
                                            + "%'")
                                    .query(Long.class)
                                    .single()))
                    .allMatch(count -> Objects.equals(count, 0L));
        }
    }

    private static SourceRun ingest(TestIngestion sources) {
        return sources.ingestion().ingest("fmp", request -> {}).getFirst();
    }

    @Test
    void itIsAskedAroundTheReleasesOfTheIndicatorsThatItsTitlesName() {
        assertThat(CONNECTOR.actuals())
                .contains(new IndicatorId("us-nonfarm-payrolls"), new IndicatorId("us-cpi-yoy"))
                .doesNotContain(new IndicatorId("us-advance-gdp-qoq"));
    }
}
