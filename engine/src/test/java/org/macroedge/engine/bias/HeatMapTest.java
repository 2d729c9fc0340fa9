package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

class HeatMapTest {

    private static final Indicator GDP = Samples.indicator("us-gdp", Region.US, Category.GROWTH);
    private static final Indicator CPI = Samples.indicator("us-cpi", Region.US, Category.INFLATION);
    private static final Indicator ENDED = Samples.indicator(
            "de-ended", Region.DE, Category.GROWTH, Frequency.MONTHLY, LocalDate.of(2014, 6, 30), null);

    private final Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
    private final BiasModel model = model();

    private BiasModel model() {
        SurpriseCalculator calculator = new SurpriseCalculator();
        surprises.put(GDP.id(), calculator.calculate(GDP, Samples.monthly("us-gdp", 20, new SplittableRandom(7))));
        return new BiasModel(
                List.of(GDP, CPI, ENDED),
                List.of(Samples.SPX),
                Samples.weights(SignalMode.LATEST),
                surprises,
                Map.of());
    }

    @Test
    void aCellOfOneIndicatorIsItsSignalInUnitsOfItsUsualSize() {
        StandardisedSurprise last = surprises.get(GDP.id()).getLast();

        HeatCell cell = cell(model.heatMap(last.release().releasedAt()), Category.GROWTH);

        double period = 365.25 / 12;
        double variance = 30 / (2 * period * Math.log(2)) * (1 - Math.pow(2, -2 * period / 30));
        assertThat(cell.z()).isCloseTo(last.z() / Math.sqrt(variance), within(1e-12));
        assertThat(cell.live()).isEqualTo(1);
        assertThat(cell.indicators()).isEqualTo(1);
        assertThat(cell.reason()).isNull();
    }

    @Test
    void aCellWithoutAUsableSurpriseSaysSo() {
        HeatCell cell = cell(model.heatMap(Samples.START), Category.INFLATION);

        assertThat(cell.z()).isNull();
        assertThat(cell.indicators()).isEqualTo(1);
        assertThat(cell.reason()).isEqualTo(NoValue.NO_HISTORY);
    }

    @Test
    void aCellWhoseSignalsHaveAllDecayedSaysSo() {
        Instant yearsLater = Samples.START.plusSeconds(2_000 * Samples.DAY);

        HeatCell cell = cell(model.heatMap(yearsLater), Category.GROWTH);

        assertThat(cell.z()).isNull();
        assertThat(cell.live()).isZero();
        assertThat(cell.reason()).isEqualTo(NoValue.NO_LIVE_SIGNAL);
    }

    @Test
    void anIndicatorThatHasEndedHasNoCell() {
        assertThat(model.heatMap(Samples.START)).extracting(HeatCell::region).containsOnly(Region.US);
    }

    private static HeatCell cell(List<HeatCell> cells, Category category) {
        return cells.stream()
                .filter(one -> one.category() == category)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMarginIsTheIndexOfEachRegionOverAllCategories() {
        Instant later = Samples.START.plusSeconds(500 * Samples.DAY);
        SurpriseIndex us = SurpriseIndex.ofRegion(Region.US, Samples.weights(SignalMode.LATEST));
        IndexModel indices = new IndexModel(List.of(GDP, CPI, ENDED), List.of(us), surprises);

        List<IndexBreakdown> margin = model.regions(later);

        assertThat(margin)
                .extracting(region -> region.index().id())
                .containsExactly(
                        Arrays.stream(Region.values()).map(Region::code).toArray(String[]::new));
        assertThat(margin.getFirst().reading())
                .isEqualTo(indices.at(us, later).reading())
                .satisfies(reading -> assertThat(reading.z()).isNotNull());
        assertThat(margin.get(1).indicators()).as("no indicator in force").isZero();
    }
}
