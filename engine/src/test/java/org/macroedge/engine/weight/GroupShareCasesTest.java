package org.macroedge.engine.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.signal.HalfLife;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

class GroupShareCasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/group-shares.csv", numLinesToSkip = 1)
    void aGroupIsSharedByItsMembersInForce(
            @Nullable LocalDate validFrom, @Nullable LocalDate validTo, Instant instant, double first, double second) {
        List<Indicator> indicators = List.of(member("us-a", validFrom, validTo), member("us-b", null, null));
        HalfLife month = new HalfLife(30);
        WeightTable table = new WeightTable(
                indicators,
                List.of(month, month),
                List.of(Samples.SPX),
                Samples.weights(SignalMode.LATEST),
                new QuadrantTimeline(indicators, Map.of()));

        assertThat(table.shares(instant.getEpochSecond())).containsExactly(first, second);
    }

    private static Indicator member(String id, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
        Indicator indicator = Samples.indicator(id, Region.US, Category.GROWTH);
        return Cases.indicator(
                indicator, "percent", Frequency.MONTHLY, null, 3, Stage.FIRST, "group", validFrom, validTo);
    }
}
