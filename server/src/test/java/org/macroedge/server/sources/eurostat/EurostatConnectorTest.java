package org.macroedge.server.sources.eurostat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;

/// What is asked of Eurostat, and what its answers mean. The answers are composed in the form that it documents.
class EurostatConnectorTest {

    private static final EurostatConnector CONNECTOR = new EurostatConnector();
    private static final String KEY = "prc_hicp_minr/freq=M&unit=RCH_A&coicop18=TOTAL&geo=EA";
    private static final Instant FETCHED = Instant.parse("2026-10-30T10:01:00Z");

    private static final String ANSWER = """
        {"version":"2.0","class":"dataset","label":"HICP","source":"ESTAT","updated":"2026-10-30T11:00:00+0100",
         "value":{"0":2.1,"1":0.0,"3":-0.3},"status":{"3":"e"},
         "id":["freq","unit","coicop18","geo","time"],"size":[1,1,1,1,4],
         "dimension":{
          "freq":{"label":"Time frequency","category":{"index":{"M":0},"label":{"M":"Monthly"}}},
          "unit":{"label":"Unit","category":{"index":{"RCH_A":0},"label":{"RCH_A":"Annual rate of change"}}},
          "coicop18":{"label":"Purpose","category":{"index":{"TOTAL":0},"label":{"TOTAL":"Total"}}},
          "geo":{"label":"Area","category":{"index":{"EA":0},"label":{"EA":"Euro area"}}},
          "time":{"label":"Time","category":{
            "index":{"2026-07":0,"2026-08":1,"2026-09":2,"2026-10":3},
            "label":{"2026-07":"2026-07","2026-08":"2026-08","2026-09":"2026-09","2026-10":"2026-10"}}}},
         "extension":{"lang":"EN","id":"PRC_HICP_MINR","agencyId":"ESTAT","version":"1.0"}}
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void figuresHaveTheirPeriodZeroIsOneAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-07-01"), new BigDecimal("2.1")),
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-08-01"), new BigDecimal("0.0")),
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-10-01"), new BigDecimal("-0.3")));
    }

    @Test
    void figuresCanStandInAListToo() {
        assertThat(read(ANSWER.replace("{\"0\":2.1,\"1\":0.0,\"3\":-0.3}", "[2.1,0.0,null,-0.3]")))
                .isEqualTo(read(ANSWER));
    }

    @Test
    void aQuarterBeginsWithItsFirstMonth() {
        String key = "namq_10_gdp/freq=Q&unit=CLV_PCH_PRE&s_adj=SCA&na_item=B1GQ&geo=EA21";
        String body = """
            {"updated":"2026-10-30T11:00:00+0100","value":{"0":0.3},"id":["freq","unit","s_adj","na_item","geo","time"],
             "size":[1,1,1,1,1,1],"dimension":{"freq":{"category":{"index":{"Q":0}}},
             "unit":{"category":{"index":{"CLV_PCH_PRE":0}}},"s_adj":{"category":{"index":{"SCA":0}}},
             "na_item":{"category":{"index":{"B1GQ":0}}},"geo":{"category":{"index":{"EA21":0}}},
             "time":{"category":{"index":{"2026-Q3":0}}}}}
            """;
        assertThat(CONNECTOR.read(new Payload(key, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(key)))
                .containsExactly(new Observation(
                        key, Frequency.QUARTERLY, LocalDate.parse("2026-07-01"), new BigDecimal("0.3")));
    }

    @Test
    void everySeriesOfTheCatalogueIsARequestWithEachDimensionNamed() {
        List<String> keys = CatalogueLoader.load(Path.of("../catalogue")).series("eurostat").stream()
                .map(series -> series.key())
                .toList();

        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null), keys, LocalDate.parse("2026-11-26")))
                .hasSize(9)
                .extracting(asked -> asked.request().address())
                .contains(
                        URI.create("https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/prc_hicp_minr"
                                + "?format=JSON&lang=EN&freq=M&unit=RCH_A&coicop18=TOTAL&geo=EA"
                                + "&sinceTimePeriod=2024-01"),
                        URI.create("https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/namq_10_gdp"
                                + "?format=JSON&lang=EN&freq=Q&unit=CLV_PCH_PRE&s_adj=SCA&na_item=B1GQ&geo=EA21"
                                + "&sinceTimePeriod=2024-Q1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":[{\"status\":400,\"id\":100,\"label\":\"ERR_NOT_FOUND_4: no dataset\"}]} | ERR_NOT_FOUND_4",
                "{\"warning\":{\"status\":413,\"id\":413,\"label\":\"ASYNCHRONOUS_RESPONSE\"}} | ASYNCHRONOUS_RESPONSE"
            })
    void aRefusalIsAFaultOfTheSource(String body, String reason) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(SourceFault.class, fault -> {
            assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
            assertThat(fault).hasMessageContaining(reason);
        });
    }

    /// The service answers a code that a dataset does not have with status 200 and a dimension of no categories.
    @Test
    void aCodeThatTheDatasetDoesNotHaveIsAFaultOfTheSource() {
        String empty = ANSWER.replace("{\"0\":2.1,\"1\":0.0,\"3\":-0.3}", "{}")
                .replace("[1,1,1,1,4]", "[1,1,1,0,4]")
                .replace("\"index\":{\"EA\":0}", "\"index\":{}");

        assertThatThrownBy(() -> read(empty))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"value\" | \"valu\" | `value` is missing",
                "\"0\":2.1 | \"0\":\"2.1\" | a figure is not a number",
                "\"3\":-0.3 | \"4\":-0.3 | `value` has a figure at 4 of 4",
                "{\"EA\":0} | {\"EA20\":0} | geo=EA20",
                "{\"RCH_A\":0} | {\"RCH_M\":0} | unit=RCH_M",
                "{\"RCH_A\":0} | {\"RCH_A\":0,\"I25\":1} | `size` [1, 1, 1, 1, 4] is not that of its dimensions",
                "\"2026-08\":1,\"2026-09\":2 | \"2026-08\":2,\"2026-09\":2 | `index` does not number its categories",
                "\"2026-10\":3 | \"2026-13\":3 | \"2026-13\" is not a period of that frequency",
                "\"2026-10\":3 | \"2026-11\":3 | has 2026-11-01 twice, or before its time",
                "\"2026-10\":3 | \"2026\":3 | \"2026\" is not a period of that frequency",
                "PRC_HICP_MINR | PRC_HICP_MANR | dataset PRC_HICP_MANR came for prc_hicp_minr",
                "2026-10-30T11:00:00+0100 | 2026-10-31T11:00:00+0100 | which is in the future",
                "2026-10-30T11:00:00+0100 | yesterday | `updated` \"yesterday\" is not a time",
                "\"updated\" | \"update\" | `updated` is missing",
                "{\"version\" | <html>{\"version\" | it is not JSON"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedFigures.jsonStat(body, KEY));
    }
}
