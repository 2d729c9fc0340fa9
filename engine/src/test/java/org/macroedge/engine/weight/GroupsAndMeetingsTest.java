package org.macroedge.engine.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Meetings;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.signal.HalfLife;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

class GroupsAndMeetingsTest {

    private static final long NOW = Instant.parse("2021-06-01T00:00:00Z").getEpochSecond();
    private static final HalfLife MONTH = new HalfLife(30);

    @Test
    void aGroupOfABlocSpansItsRegionsAndAGroupOfARegionDoesNot() {
        assertThat(shares("EMU:zew", "EMU:zew")).containsOnly(1 / Math.sqrt(2));
        assertThat(shares("zew", "zew")).containsOnly(1);
    }

    @Test
    void theScaleFollowsHowOftenABodyMeets() {
        Indicator rate = Cases.deciding(
                Samples.indicator("us-rate", Region.US, Category.GROWTH, Frequency.IRREGULAR, null, null),
                List.of(
                        new Meetings(12, null, LocalDate.of(2014, 12, 31)),
                        new Meetings(8, LocalDate.of(2015, 1, 1), null)));
        long change = Instant.parse("2015-01-01T05:00:00Z").getEpochSecond();
        WeightTable table = table(List.of(rate));
        WeightTimeline timeline = new WeightTimeline(table, new long[] {change - 1_000_000});

        assertThat(table.unscaled(change - 1).until()).isEqualTo(change);
        assertThat(timeline.at(change - 1).units(0)[0]).isCloseTo(1 / Math.sqrt(variance(365.25 / 12)), within(1e-15));
        assertThat(timeline.at(change).units(0)[0]).isCloseTo(1 / Math.sqrt(variance(365.25 / 8)), within(1e-15));
    }

    private static double variance(double period) {
        return AnalyticScale.signalVariance(SignalMode.LATEST, MONTH.days(), period);
    }

    private static double[] shares(String german, String european) {
        return table(List.of(member("de-zew", Region.DE, german), member("ea-zew", Region.EA, european)))
                .shares(NOW);
    }

    private static WeightTable table(List<Indicator> indicators) {
        return new WeightTable(
                indicators,
                indicators.stream().map(_ -> MONTH).toList(),
                List.of(Samples.SPX),
                Samples.weights(SignalMode.LATEST),
                new QuadrantTimeline(indicators, Map.of()));
    }

    private static Indicator member(String id, Region region, String group) {
        return Cases.indicator(
                Samples.indicator(id, region, Category.SURVEYS),
                "index",
                Frequency.MONTHLY,
                null,
                3,
                Stage.FIRST,
                group,
                null,
                null);
    }
}
