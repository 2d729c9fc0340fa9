package org.macroedge.server.bias.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.surprises.view.InactiveIndicator;

/// The run header and the item are written as keys of the answer itself, and read back from them.
class UnwrappedViewsTest {

    private static final RunHeader RUN =
            new RunHeader(Instant.parse("2021-09-03T12:30:00Z"), "3f9a", "default", false, false, true, 2);
    private static final BiasReading READING =
            new BiasReading(-41.5, "bearish", -0.5, 0.75, 0.5, 0.9, 1.0, 0.25, 3.0, 0.1, null);
    private static final BiasReading NONE =
            new BiasReading(null, null, null, 0, 0, null, null, null, null, null, "no-history");

    private static final BiasLead LEAD = new BiasLead(
            "us-cpi-yoy",
            "CPI",
            "CPI y/y",
            "US",
            "us-cpi-yoy@2021-09-14",
            RUN.asOf(),
            21,
            29,
            List.of(new BiasWithoutLead("EURUSD", 12.5, "neutral"), new BiasWithoutLead("SPX", null, null)));
    private static final ReleaseCause CAUSE = new ReleaseCause(
            RUN.asOf(),
            List.of(new CauseRelease(
                    "us-cpi-yoy@2021-09-14",
                    "us-cpi-yoy",
                    "CPI",
                    "CPI y/y",
                    "US",
                    "inflation",
                    3,
                    new BigDecimal("5.3"),
                    null,
                    null,
                    -0.4)),
            1,
            List.of(new ScoreMove("EURUSD", 12.5, "neutral", null, null)));
    private static final IndependentBiases INDEPENDENT =
            new IndependentBiases(3.1, 29, 260, RUN.asOf().minusSeconds(86_400), RUN.asOf());

    static List<Record> views() {
        return List.of(
                new BiasSummary(
                        RUN,
                        LabelBounds.CURRENT,
                        LEAD,
                        INDEPENDENT,
                        List.of(CAUSE),
                        List.of(item(READING), item(NONE))),
                new BiasAnswer(RUN, LabelBounds.CURRENT, item(READING)),
                new BiasExplanation(
                        RUN,
                        LabelBounds.CURRENT,
                        item(NONE),
                        List.of(),
                        List.of(new InactiveIndicator("us-cpi-yoy", 0.5, "x"))),
                history(READING),
                new HeatMap(RUN, List.of("US"), List.of("growth"), List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void anAnswerReadBackIsEqual(Record view) {
        assertThat((Object) Json.mapper().readValue(Json.bytes(view), view.getClass()))
                .isEqualTo(view);
    }

    @Test
    void theKeysOfAnAnswerAreInTheOrderOfTheContract() {
        assertThat(Json.text(new BiasAnswer(RUN, LabelBounds.CURRENT, item(READING))))
                .isEqualTo("{\"asOf\":\"2021-09-03T12:30:00Z\",\"runId\":\"3f9a\",\"weightSet\":\"default\","
                               + "\"weightsPrior\":false,\"stale\":false,\"sampleOnly\":true,\"formula\":2,"
                               + "\"labelBounds\":{\"directional\":40.0,\"strong\":87.0},\"instrument\":\"EURUSD\",\"name\":\"Euro\","
                               + "\"assetClass\":\"fx\",\"score\":-41.5,\"label\":\"bearish\",\"z\":-0.5,"
                               + "\"health\":0.75,\"coverage\":0.5,\"freshness\":0.9,\"quality\":1.0,"
                               + "\"agreement\":0.25,\"breadth\":3.0,\"newShare\":0.1,\"reason\":null,"
                               + "\"sides\":[{\"currency\":\"EUR\",\"coverage\":0.5}],"
                               + "\"change\":{\"day\":null,\"week\":1.5,\"labelDayBefore\":null},\"parts\":{\"growth\":0.5,\"credit\":-1.0},"
                               + "\"reasonsFor\":[],\"reasonsAgainst\":[],\"sameInputsAs\":\"SPX\",\"drivers\":[]}");
    }

    @Test
    void theKeysOfAPointAreInTheOrderOfTheContract() {
        assertThat(Json.text(history(NONE).points().getFirst()))
                .isEqualTo("{\"asOf\":\"2021-09-03T12:30:00Z\",\"runId\":\"3f9a\",\"score\":null,\"label\":null,"
                        + "\"z\":null,\"health\":0.0,\"coverage\":0.0,\"freshness\":null,\"quality\":null,"
                        + "\"agreement\":null,\"breadth\":null,\"newShare\":null,\"reason\":\"no-history\"}");
    }

    private static BiasItem item(BiasReading reading) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("growth", 0.5);
        parts.put("credit", -1.0);
        return new BiasItem(
                "EURUSD",
                "Euro",
                "fx",
                reading,
                List.of(new SideCoverage("EUR", 0.5)),
                new BiasChange(null, 1.5, null),
                parts,
                List.of(),
                List.of(),
                "SPX",
                List.of());
    }

    private static BiasHistory history(BiasReading reading) {
        return new BiasHistory(
                RUN,
                LabelBounds.CURRENT,
                "EURUSD",
                "Euro",
                RUN.asOf(),
                RUN.asOf(),
                "close",
                List.of(new BiasHistoryPoint(RUN.asOf(), RUN.runId(), reading)));
    }
}
