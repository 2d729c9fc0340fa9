package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.completeness.Lateness;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

class BiasCasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/heat-map-stage.csv", numLinesToSkip = 1)
    void aCellWeighsItsIndicatorsByImportanceAndStage(
            int importance1, Stage stage1, int importance2, Stage stage2, double expected) {
        Indicator first = indicator("us-a", importance1, stage1);
        Indicator second = indicator("us-b", importance2, stage2);
        BiasModel model = new BiasModel(
                List.of(first, second),
                List.of(Samples.SPX),
                Samples.weights(SignalMode.LATEST),
                Map.of(
                        first.id(), List.of(Cases.surprise(first.id(), 0, Samples.START, null, false, 1.0)),
                        second.id(), List.of(Cases.surprise(second.id(), 0, Samples.START, null, false, -2.0))),
                Map.of());

        assertThat(model.heatMap(Samples.START).getFirst().z()).isCloseTo(expected, within(1e-12));
    }

    private static Indicator indicator(String id, int importance, Stage stage) {
        Indicator indicator = Samples.indicator(id, Region.US, Category.GROWTH);
        return Cases.indicator(indicator, "percent", Frequency.MONTHLY, null, importance, stage, id, null, null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/lateness.csv", numLinesToSkip = 1)
    void anIndicatorIsLateByItsScheduleOrItsFrequency(
            String rule, Frequency frequency, @Nullable String schedules, long days, long seconds, boolean late) {
        Indicator indicator = Samples.indicator("us-x", Region.US, Category.GROWTH, frequency, null, null);
        List<ScheduledRelease> given = Cases.list(schedules).stream()
                .map(cell -> schedule(indicator, cell))
                .toList();

        assertThat(Lateness.late(indicator, given, 0, days * Samples.DAY + seconds))
                .isEqualTo(late);
    }

    private static ScheduledRelease schedule(Indicator indicator, String cell) {
        String[] parts = cell.split("@");
        Instant captured = parts[1].equals("-") ? null : day(parts[1]);
        Instant until = parts.length > 2 ? day(parts[2]) : null;
        return new ScheduledRelease(Samples.id("us-x", 0), indicator.id(), day(parts[0]), captured, "test", until);
    }

    private static Instant day(String days) {
        return Instant.ofEpochSecond(Long.parseLong(days) * Samples.DAY);
    }
}
