package org.macroedge.server.bias.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.platform.json.Json;

/// The run header and the item are written as keys of the answer itself, and read back from them.
class UnwrappedViewsTest {

    private static final RunHeader RUN =
            new RunHeader(Instant.parse("2021-09-03T12:30:00Z"), "3f9a", "default", false, true);
    private static final BiasReading READING = new BiasReading(-41.5, "bearish", -0.5, 0.75, 0.5, 0.9, 1.0, null, null);
    private static final BiasReading NONE =
            new BiasReading(null, null, null, null, null, null, null, null, "no-history");

    static List<Record> views() {
        return List.of(
                new BiasSummary(RUN, List.of(item(READING), item(NONE))),
                new BiasAnswer(RUN, item(READING)),
                new BiasExplanation(RUN, item(NONE), List.of(), List.of(new InactiveIndicator("us-cpi-yoy", 0.5, "x"))),
                history(READING),
                new HeatMap(RUN, List.of("US"), List.of("growth"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void anAnswerReadBackIsEqual(Record view) {
        assertThat((Object) Json.mapper().readValue(Json.bytes(view), view.getClass()))
                .isEqualTo(view);
    }

    @Test
    void theKeysOfAnAnswerAreInTheOrderOfTheContract() {
        assertThat(Json.text(new BiasAnswer(RUN, item(READING))))
                .isEqualTo("{\"asOf\":\"2021-09-03T12:30:00Z\",\"runId\":\"3f9a\",\"weightSet\":\"default\","
                        + "\"stale\":false,\"sampleOnly\":true,\"instrument\":\"EURUSD\",\"name\":\"Euro\","
                        + "\"assetClass\":\"fx\",\"score\":-41.5,\"label\":\"bearish\",\"z\":-0.5,"
                        + "\"confidence\":0.75,\"coverage\":0.5,\"freshness\":0.9,\"quality\":1.0,"
                        + "\"agreement\":null,\"reason\":null,\"change\":{\"day\":null,\"week\":1.5},\"drivers\":[]}");
    }

    @Test
    void theKeysOfAPointAreInTheOrderOfTheContract() {
        assertThat(Json.text(history(NONE).points().getFirst()))
                .isEqualTo("{\"asOf\":\"2021-09-03T12:30:00Z\",\"runId\":\"3f9a\",\"score\":null,\"label\":null,"
                        + "\"z\":null,\"confidence\":null,\"coverage\":null,\"freshness\":null,\"quality\":null,"
                        + "\"agreement\":null,\"reason\":\"no-history\"}");
    }

    private static BiasItem item(BiasReading reading) {
        return new BiasItem("EURUSD", "Euro", "fx", reading, new BiasChange(null, 1.5), List.of());
    }

    private static BiasHistory history(BiasReading reading) {
        return new BiasHistory(
                RUN,
                "EURUSD",
                "Euro",
                RUN.asOf(),
                RUN.asOf(),
                "close",
                List.of(new BiasHistoryPoint(RUN.asOf(), RUN.runId(), reading)));
    }
}
