package org.macroedge.server.sources.tradingeconomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.ReadCalendar;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.view.SourceRun;
import tools.jackson.databind.JsonNode;

/// Composed answers in the documented form, with real figures of March 2022.
class TradingEconomicsConnectorTest {

    private static final String CANARY = "canary4b1d:7f3a91";
    private static final Instant FETCHED = Instant.parse("2022-03-23T07:05:00Z");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Profiles PROFILES =
            new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
    private static final TradingEconomicsConnector CONNECTOR =
            new TradingEconomicsConnector(() -> PROFILES.shippedOrOwn(TradingEconomicsConnector.ID));

    private static final String HOUSES =
            event("292037", "2022-03-23T14:00:00", "United States", "New Home Sales", "", "0.788M", "0.81M", "0.80M");

    private static final String ANSWER = "["
            + String.join(
                    ",",
                    event(
                            "292068",
                            "2022-03-23T07:00:00",
                            "United Kingdom",
                            "Inflation Rate YoY",
                            "6.2%",
                            "5.5%",
                            "5.9%",
                            "6.1%"),
                    HOUSES,
                    event(
                            "292085",
                            "2022-03-24T08:30:00",
                            "Germany",
                            "Markit Services PMI Flash",
                            "",
                            "55.8",
                            "53.8",
                            ""),
                    event(
                            "292169",
                            "2022-03-25T09:00:00.25",
                            "Germany",
                            "Ifo Business Climate",
                            "",
                            "98.9",
                            "",
                            "92.2"))
            + "]";

    private static String event(
            String id,
            String date,
            String country,
            String event,
            String actual,
            String previous,
            String forecast,
            String model) {
        return """
            {"CalendarId":"%s","Date":"%s","Country":"%s","Category":"","Event":"%s","Reference":"Feb",
             "ReferenceDate":"2022-02-28T00:00:00","Source":"","Actual":"%s","Previous":"%s","Forecast":"%s",
             "TEForecast":"%s","DateSpan":"0","Importance":3,"Revised":"","Unit":"","Ticker":"","Symbol":""}\
            """.formatted(id, date, country, event, actual, previous, forecast, model);
    }

    private static List<RowResult> results(byte[] body) {
        List<RowResult> results = new ArrayList<>();
        CONNECTOR.read(new Payload("three weeks", body, FETCHED)).deliver(results::add);
        return results;
    }

    private static List<ReportedRelease> rows(String body) {
        return mapped(results(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<ReportedRelease> mapped(List<RowResult> results) {
        return results.stream()
                .filter(RowResult.Mapped.class::isInstance)
                .map(result -> ((RowResult.Mapped) result).release())
                .toList();
    }

    @Test
    void itAsksForAWeekBackAndTwoAheadAndHidesTheKey() {
        FetchRequest request = CONNECTOR
                .requests(
                        new SourceAccess(URI.create("https://example.org/calendar/country"), CANARY),
                        LocalDate.of(2022, 3, 23))
                .getFirst();
        assertThat(request.address().toString())
                .startsWith("https://example.org/calendar/country/united%20states,euro%20area,germany,")
                .endsWith("/2022-03-16/2022-04-06?f=json");
        assertThat(request.secrets()).isEqualTo(Map.of("c", CANARY));
        assertThat(request.address() + request.toString()).doesNotContain(CANARY);
    }

    @Test
    void aReleasedRowHasItsFiguresInBaseUnitsAndItsConsensus() {
        ReportedRelease cpi = rows(ANSWER).getFirst();
        assertThat(cpi.indicator().id()).isEqualTo(new IndicatorId("gb-cpi-yoy"));
        assertThat(cpi.instant()).isEqualTo("2022-03-23T07:00:00Z");
        assertThat(cpi.actual()).isEqualByComparingTo("6.2");
        assertThat(cpi.previous()).isEqualByComparingTo("5.5");
        assertThat(cpi.forecasts()).singleElement().satisfies(forecast -> {
            assertThat(forecast.value()).isEqualByComparingTo("5.9");
            assertThat(forecast.capturedAt()).isEqualTo(FETCHED);
        });
        assertThat(cpi.eventId()).isEqualTo("292068");
        assertThat(cpi.period()).isNull();
        assertThat(cpi.scheduleCapturedAt()).isEqualTo(FETCHED);
    }

    @Test
    void aRowToComeHasNoActualAndAModelsForecastIsNoConsensus() {
        ReportedRelease houses = rows(ANSWER).get(1);
        assertThat(houses.actual()).isNull();
        assertThat(houses.previous()).isEqualByComparingTo("788000");
        assertThat(houses.forecasts())
                .singleElement()
                .satisfies(forecast -> assertThat(forecast.value()).isEqualByComparingTo("810000"));
        ReportedRelease ifo = rows(ANSWER).get(2);
        assertThat(ifo.forecasts()).isEmpty();
        assertThat(ifo.instant()).isEqualTo("2022-03-25T09:00:00Z");
    }

    @Test
    void anUnknownEventIsUnmapped() {
        assertThat(results(ANSWER.getBytes(StandardCharsets.UTF_8)))
                .filteredOn(RowResult.Unmapped.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anEmptyListIsAFaultOfTheSource() {
        assertThatThrownBy(() -> rows(" [ ] "))
                .isInstanceOfSatisfying(
                        SourceFault.class,
                        fault -> assertThat(fault.fault().code()).isEqualTo("source-no-rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "{\"message\":\"No Access\"}", "", "[{\"Country\":\"Japan\"}]"})
    void whatIsNoCalendarIsNotUnderstood(String body) {
        assertThat(ReadCalendar.fault(CONNECTOR, body, FETCHED)).isEqualTo("source-not-understood");
    }

    /// What is read of a damaged answer stands in it, as another reader finds it.
    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        int read = Mutations.assertOwnOrCodedFaults(
                TradingEconomicsConnectorTest::results, ANSWER.getBytes(StandardCharsets.UTF_8), (results, body) -> {
                    JsonNode list = Json.mapper().readTree(body);
                    assertThat(results).hasSize(list.size());
                    for (ReportedRelease row : mapped(results)) {
                        JsonNode event = list.get((int) row.line() - 1);
                        assertNumber(row.actual(), event.path("Actual").asString(""));
                        assertNumber(row.previous(), event.path("Previous").asString(""));
                        assertThat(row.instant().toString())
                                .startsWith(
                                        event.path("Date").asString("").strip().substring(0, 19));
                    }
                });
        assertThat(read).isPositive();
    }

    private static void assertNumber(BigDecimal value, String text) {
        if (value != null) {
            String digits = text.strip().replaceAll("[%KMBT]$", "");
            int power = List.of("", "K", "M", "B", "T")
                            .indexOf(text.strip().substring(digits.length()).replace("%", ""))
                    * 3;
            assertThat(value).as(text).isEqualByComparingTo(new BigDecimal(digits).scaleByPowerOfTen(power));
        }
    }

    @Test
    void theConsensusIsStoredThenTheActualOnceAndTheKeyNowhere() throws IOException {
        SettableClock clock = new SettableClock("2022-03-23T07:05:00Z");
        try (Database database = TestDatabase.fresh()) {
            TestStore store = TestStore.of(database, CATALOGUE, clock);
            try (FaultServer server = FaultServer.of(FaultServer.answer("200 OK", "", ANSWER));
                    TestIngestion sources = TestIngestion.of(
                            store,
                            clock,
                            List.of(CONNECTOR),
                            new SourceSettings(
                                    null,
                                    Map.of("tradingeconomics", server.address("/calendar")),
                                    Map.of(Variable.TRADINGECONOMICS_KEY, CANARY)))) {
                SourceRun before = ingest(sources);
                clock.set("2022-03-23T14:20:00Z");
                server.answerWith(FaultServer.text(FaultServer.answer(
                        "200 OK",
                        "",
                        ANSWER.replace(
                                "\"Actual\":\"\",\"Previous\":\"0.788M",
                                "\"Actual\":\"0.772M\",\"Previous\":\"0.788M"))));
                SourceRun after = ingest(sources);
                clock.set("2022-03-23T15:00:00Z");
                SourceRun again = ingest(sources);

                assertThat(before.counts().imported()).isEqualTo(3);
                assertThat(after.counts().imported()).isEqualTo(1);
                assertThat(again.state()).isEqualTo("unchanged");
                StoredFacts facts = store.facts().factsOf(List.of("us-new-home-sales"));
                assertThat(facts.prints())
                        .singleElement()
                        .satisfies(print -> assertThat(print.actual()).isEqualByComparingTo("772000"));
                assertThat(sources.views().list().items().getFirst().source()).isEqualTo("tradingeconomics");
                assertThat(Json.text(before) + Json.text(sources.views().list()))
                        .doesNotContain(CANARY);
            }
            assertThat(Stream.of("source_request", "raw_payload", "batch", "statement")
                            .map(table -> database.jdbc()
                                    .sql("SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%canary4b1d%'")
                                    .query(Long.class)
                                    .single()))
                    .allMatch(count -> Objects.equals(count, 0L));
        }
    }

    private static SourceRun ingest(TestIngestion sources) {
        return sources.ingestion().ingest("tradingeconomics", request -> {}).getFirst();
    }

    @Test
    void itIsAskedAroundTheReleasesOfTheIndicatorsThatItsTitlesName() {
        Set<IndicatorId> actuals = CONNECTOR.actuals();
        assertThat(actuals)
                .contains(new IndicatorId("us-nonfarm-payrolls"), new IndicatorId("gb-official-bank-rate"))
                .doesNotContain(new IndicatorId("us-chicago-pmi"));
    }
}
