package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Bloc;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;

class WeightSetTest {

    private static final InstrumentId SPX = new InstrumentId("SPX");
    private static final Map<Frequency, Double> HALF_LIVES = Map.of(
            Frequency.WEEKLY, 10.0, Frequency.MONTHLY, 30.0, Frequency.QUARTERLY, 45.0, Frequency.IRREGULAR, 45.0);

    private static WeightSet set(Map<Frequency, Double> halfLives, double clip, Double... importance) {
        Correlations none = new Correlations(0, 0, 0);
        return new WeightSet(
                "x",
                1,
                SignalMode.LATEST,
                halfLives,
                clip,
                none,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(importance),
                Map.of(),
                "x");
    }

    @Test
    void refusesWhatCannotBeComputedByName() {
        assertThatThrownBy(() -> set(HALF_LIVES, 0, 1.0, 2.0, 3.0)).hasMessage("clip 0.0 is not above 0");
        assertThatThrownBy(() -> set(HALF_LIVES, 4, 1.0, 2.0)).hasMessage("importance has 2 weights, not 3");
        assertThatThrownBy(() -> set(Map.of(Frequency.WEEKLY, 10.0), 4, 1.0, 2.0, 3.0))
                .hasMessage("half-life of monthly is missing");
    }

    @Test
    void keepsCopiesThatNobodyCanChange() {
        Map<Area, Double> areas = new HashMap<>(Map.of(Region.US, 1.0));
        Map<InstrumentId, Map<Area, Double>> exposures = new HashMap<>(Map.of(SPX, areas));
        List<Double> importance = new ArrayList<>(List.of(1.0, 2.0, 3.0));
        WeightSet set = new WeightSet(
                "x",
                1,
                SignalMode.LATEST,
                HALF_LIVES,
                4,
                new Correlations(0, 0, 0),
                exposures,
                Map.of(),
                Map.of(),
                importance,
                Map.of(),
                "x");
        areas.put(Region.US, 9.0);
        exposures.clear();
        importance.set(0, 9.0);

        assertThat(set.exposure(SPX, Region.US)).isEqualTo(1);
        assertThat(set.importance()).containsExactly(1.0, 2.0, 3.0);
        assertThatThrownBy(() -> set.exposures().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.importance().set(0, 9.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anAreaIsARegionOrABlocOfSeveral() {
        assertThat(Area.ofCode("US")).isEqualTo(Region.US);
        assertThat(Area.ofCode("EMU")).isEqualTo(Bloc.EMU);
        assertThatThrownBy(() -> Area.ofCode("XX")).hasMessage("Area \"XX\" is unknown; known are the regions and EMU");
    }

    @Test
    void aReleaseTimeIsOpenWhereItsDatesAre() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, null, null).covers(day))
                .isTrue();
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, day, null).covers(day)).isTrue();
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, day, day).covers(day.minusDays(1)))
                .isFalse();
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, null, day).covers(day.plusDays(1)))
                .isFalse();
    }

    private static WeightSet inRegimes(Map<Quadrant, Map<DirectionClass, Map<Category, Double>>> directions) {
        return new WeightSet(
                "x",
                1,
                SignalMode.LATEST,
                HALF_LIVES,
                4,
                new Correlations(0, 0, 0),
                Map.of(),
                Map.of(DirectionClass.EQUITY, Map.of(Category.GROWTH, 1.0, Category.LABOUR, 0.5)),
                directions,
                List.of(1.0, 2.0, 3.0),
                Map.of(),
                "x");
    }

    @Test
    void whatAQuadrantDoesNotNameKeepsItsDirection() {
        WeightSet set = inRegimes(Map.of(
                Quadrant.REFLATION, Map.of(DirectionClass.EQUITY, Map.of(Category.LABOUR, -1.0)),
                Quadrant.SLOWDOWN, Map.of(DirectionClass.FX, Map.of(Category.GROWTH, 2.0))));

        assertThat(set.isPrior()).isTrue();
        assertThat(set.direction(DirectionClass.EQUITY, Category.LABOUR, Quadrant.REFLATION))
                .isEqualTo(-1);
        assertThat(set.direction(DirectionClass.EQUITY, Category.GROWTH, Quadrant.REFLATION))
                .isEqualTo(1);
        assertThat(set.direction(DirectionClass.EQUITY, Category.LABOUR, Quadrant.SLOWDOWN))
                .isEqualTo(0.5);
        assertThat(set.direction(DirectionClass.FX, Category.GROWTH, Quadrant.SLOWDOWN))
                .isEqualTo(2);
        for (Quadrant plain : List.of(Quadrant.UNDETERMINED, Quadrant.GOLDILOCKS)) {
            assertThat(set.direction(DirectionClass.EQUITY, Category.LABOUR, plain))
                    .isEqualTo(0.5);
            assertThat(set.direction(DirectionClass.FX, Category.GROWTH, plain)).isZero();
        }
    }

    @Test
    void refusesDirectionsOfNoQuadrantAndEmptyOnesAndWithoutBounds() {
        assertThat(inRegimes(Map.of()).isPrior()).isFalse();
        assertThatThrownBy(() -> inRegimes(Map.of(Quadrant.REFLATION, Map.of())))
                .hasMessage("the directions of reflation are empty");
        assertThatThrownBy(() -> inRegimes(Map.of(Quadrant.SLOWDOWN, Map.of(DirectionClass.FX, Map.of()))))
                .hasMessage("the directions of slowdown are empty");
        assertThatThrownBy(() -> inRegimes(
                        Map.of(Quadrant.UNDETERMINED, Map.of(DirectionClass.FX, Map.of(Category.GROWTH, 1.0)))))
                .hasMessage("an undetermined quadrant has no directions of its own");
        assertThatThrownBy(() ->
                        inRegimes(Map.of(Quadrant.SLOWDOWN, Map.of(DirectionClass.FX, Map.of(Category.GROWTH, 1e9)))))
                .hasMessageStartingWith("a weight of 1.0E9 is not between");
    }
}
