package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

/// The laws of surprise indices.
class IndexModelTest {

    private static final Indicator GDP = Samples.indicator("us-gdp", Region.US, Category.GROWTH);
    private static final Indicator CPI = Samples.indicator("us-cpi", Region.US, Category.INFLATION);
    private static final Indicator HICP = Samples.indicator("ea-hicp", Region.EA, Category.INFLATION);
    private static final Indicator IFO = Samples.indicator("de-ifo", Region.DE, Category.SURVEYS);
    private static final List<Indicator> INDICATORS = List.of(GDP, CPI, HICP, IFO);
    private static final int RELEASES = 24;

    private static List<SurpriseIndex> indices(SignalMode mode) {
        return List.of(
                IndexFixture.index(mode, "US", IndexSide.ALL),
                IndexFixture.index(mode, "US", IndexSide.INFLATION),
                IndexFixture.index(mode, "EMU", IndexSide.ALL),
                IndexFixture.index(mode, "EA", IndexSide.ALL));
    }

    private static Map<IndicatorId, List<ObservedRelease>> releases() {
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        SplittableRandom random = new SplittableRandom(13);
        INDICATORS.forEach(indicator ->
                releases.put(indicator.id(), Samples.monthly(indicator.id().value(), RELEASES, random.split())));
        return releases;
    }

    private static IndexModel model(SignalMode mode, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new IndexModel(INDICATORS, indices(mode), new SurpriseCalculator().calculate(INDICATORS, releases));
    }

    private static long[] seconds() {
        return LongStream.range(0, RELEASES * 35L)
                .map(day -> Samples.START.getEpochSecond() + day * Samples.DAY)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryHasTheBitsOfEachInstantAlone(SignalMode mode) {
        IndexModel model = model(mode, releases());
        long[] seconds = seconds();

        List<IndexPoints> history = model.history(seconds);

        for (int position = 0; position < seconds.length; position++) {
            List<IndexBreakdown> alone = model.at(Instant.ofEpochSecond(seconds[position]));
            for (int index = 0; index < alone.size(); index++) {
                assertThat(history.get(index).at(position))
                        .isEqualTo(alone.get(index).reading());
            }
        }
        assertThat(model.history(model.indices().get(2), seconds).at(seconds.length - 1))
                .isEqualTo(history.get(2).at(seconds.length - 1));
    }

    @ParameterizedTest
    @EnumSource
    void laterReleasesNeverChangeAnEarlierValue(SignalMode mode) {
        IndexModel whole = model(mode, releases());
        for (int month = 8; month < RELEASES; month += 5) {
            Instant cut = Samples.START.plusSeconds(month * 30L * Samples.DAY);
            Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
            releases()
                    .forEach((id, all) -> known.put(
                            id,
                            all.stream()
                                    .filter(release -> !release.releasedAt().isAfter(cut))
                                    .toList()));

            assertThat(model(mode, known).at(cut)).isEqualTo(whole.at(cut));
        }
    }

    @ParameterizedTest
    @EnumSource
    void contributionsAddUp(SignalMode mode) {
        IndexModel model = model(mode, releases());
        for (long second : seconds()) {
            for (IndexBreakdown index : model.at(Instant.ofEpochSecond(second))) {
                double sum = index.contributions().stream()
                        .mapToDouble(Contribution::contribution)
                        .sum();
                Double z = index.reading().z();
                assertThat(z == null ? 0 : z).isCloseTo(sum, within(1e-12));
                assertThat(index.live() + index.missing().size()).isEqualTo(index.indicators());
            }
        }
    }

    @Test
    void anIndexOfABlocIsThatOfItsRegionsTogether() {
        SurpriseIndex bloc = IndexFixture.index(SignalMode.LATEST, "EMU", IndexSide.ALL);
        SurpriseIndex regions = IndexFixture.index(SignalMode.LATEST, "EA+DE+FR+IT+ES", IndexSide.ALL);
        SurpriseIndex alone = IndexFixture.index(SignalMode.LATEST, "EA", IndexSide.ALL);
        IndexModel model = new IndexModel(
                INDICATORS, List.of(bloc, regions, alone), new SurpriseCalculator().calculate(INDICATORS, releases()));
        Instant later = Samples.START.plusSeconds(500 * Samples.DAY);

        assertThat(model.at(bloc, later).reading())
                .isEqualTo(model.at(regions, later).reading())
                .isNotEqualTo(model.at(alone, later).reading());
    }

    @ParameterizedTest
    @EnumSource
    void theUnitOfAnIndicatorDoesNotMatter(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> thousands = new HashMap<>(releases());
        thousands.computeIfPresent(
                GDP.id(),
                (id, all) -> all.stream().map(IndexModelTest::times1000).toList());
        Indicator scaled = inThousandths(GDP);
        List<Indicator> indicators = List.of(scaled, CPI, HICP, IFO);
        IndexModel other =
                new IndexModel(indicators, indices(mode), new SurpriseCalculator().calculate(indicators, thousands));
        IndexModel model = model(mode, releases());
        Instant later = Samples.START.plusSeconds(600 * Samples.DAY);

        for (SurpriseIndex index : model.indices()) {
            assertThat(other.at(index, later).reading().z())
                    .isCloseTo(model.at(index, later).reading().z(), within(1e-12));
        }
    }

    private static ObservedRelease times1000(ObservedRelease release) {
        BigDecimal thousand = new BigDecimal(1000);
        return new ObservedRelease(
                release.releaseId(),
                release.indicator(),
                release.releasedAt(),
                release.period(),
                release.periodDeclared(),
                release.actual().multiply(thousand),
                release.previous(),
                release.source(),
                release.forecasts().stream()
                        .map(forecast -> new ObservedForecast(
                                ForecastKind.SURVEY, forecast.value().multiply(thousand), "test", 1, null))
                        .toList(),
                release.marks(),
                release.verdict());
    }

    private static Indicator inThousandths(Indicator other) {
        return new Indicator(
                other.id(),
                other.name(),
                other.shortName(),
                other.region(),
                other.category(),
                other.unit(),
                other.transform(),
                other.adjustment(),
                other.frequency(),
                other.meetings(),
                other.polarity(),
                other.importance(),
                other.group(),
                other.stage(),
                other.step().multiply(new BigDecimal(1000)),
                other.floor(),
                other.lag(),
                other.previousRefersTo(),
                other.policyRate(),
                other.release(),
                other.prior(),
                other.validFrom(),
                other.validTo(),
                other.successor());
    }

    @Test
    void itIsUndefinedBeforeTheFirstUsableZAndZeroWhenAllHasDecayed() {
        IndexModel model =
                new IndexModel(IndexFixture.INDICATORS, indices(SignalMode.LATEST), IndexFixture.surprises());

        assertThat(model.at(IndexFixture.day(-1))).allSatisfy(index -> {
            assertThat(index.reading().z()).isNull();
            assertThat(index.reading().reason()).isEqualTo(IndexReading.Reason.NO_HISTORY);
        });
        assertThat(model.at(IndexFixture.day(1000))).allSatisfy(index -> {
            assertThat(index.reading().z()).isZero();
            assertThat(index.reading().reason()).isEqualTo(IndexReading.Reason.NO_LIVE_SIGNAL);
        });
        assertThat(model.at(IndexFixture.day(0)).getFirst().reading().reason())
                .as("jobless claims alone")
                .isEqualTo(IndexReading.Reason.THIN_COVERAGE);
        assertThat(model.at(IndexFixture.day(21)).getFirst().reading().reason()).isNull();
    }

    @Test
    void anIndexThatRestsOnOneIndicatorSaysSoAlsoWithoutData() {
        SurpriseIndex alone = IndexFixture.index(SignalMode.SUM, "EA", IndexSide.ALL);
        SurpriseIndex without = IndexFixture.index(SignalMode.SUM, "DE", IndexSide.INFLATION);
        SurpriseIndex more = IndexFixture.index(SignalMode.SUM, "DE", IndexSide.ALL);
        IndexModel model =
                new IndexModel(IndexFixture.INDICATORS, List.of(alone, without, more), IndexFixture.surprises());
        List<IndexBreakdown> indices = model.at(IndexFixture.day(40));

        assertThat(indices.get(0).onlyIndicator()).map(Indicator::id).contains(new IndicatorId("ea-hicp"));
        assertThat(indices.get(0).live()).as("two releases of one indicator").isEqualTo(1);
        assertThat(indices.get(1).onlyIndicator()).map(Indicator::id).contains(new IndicatorId("de-cpi"));
        assertThat(indices.get(2).onlyIndicator()).isEmpty();
    }

    @Test
    void indicesOfSeveralModesStandInTheOrderTheyAreDeclaredIn() {
        List<SurpriseIndex> mixed = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            mixed.add(indices(SignalMode.SUM).get(index));
            mixed.add(indices(SignalMode.LATEST).get(index));
        }
        IndexModel model = new IndexModel(IndexFixture.INDICATORS, mixed, IndexFixture.surprises());

        assertThat(model.at(IndexFixture.day(30)))
                .extracting(IndexBreakdown::index)
                .containsExactlyElementsOf(mixed);
        assertThat(model.history(new long[] {IndexFixture.day(30).getEpochSecond()}))
                .extracting(IndexPoints::index)
                .containsExactlyElementsOf(mixed);
        assertThat(model.history(new long[0])).allMatch(points -> points.size() == 0);
    }

    @Test
    void anIndexNeedsAreasCategoriesAndAModelThatHasIt() {
        SurpriseIndex index = IndexFixture.index(SignalMode.LATEST, "US", IndexSide.ALL);
        IndexModel model = new IndexModel(INDICATORS, List.of(), Map.of());

        assertThatThrownBy(() -> model.at(index, Samples.START)).hasMessageContaining("is not in the model");
        assertThatThrownBy(() -> new SurpriseIndex("x", "x", List.of(), Set.of(), Set.of(), index.weights()))
                .hasMessage("areas of x are empty");
        assertThatThrownBy(() -> new SurpriseIndex("x", "x", List.of(), Set.of(Region.US), Set.of(), index.weights()))
                .hasMessage("categories of x are empty");
    }

    @Test
    void aHandWorkedValue() {
        // one monthly indicator, z = 1.1 nine days old: 1.1 · 2^(−9/30) / √v; w cancels
        SurpriseIndex index = IndexFixture.index(SignalMode.LATEST, "DE", IndexSide.GROWTH);
        IndicatorId ifo = new IndicatorId("de-ifo");
        StandardisedSurprise surprise = Cases.surprise(ifo, 0, IndexFixture.day(21), null, false, 1.1);
        IndexModel model = new IndexModel(IndexFixture.INDICATORS, List.of(index), Map.of(ifo, List.of(surprise)));

        assertThat(model.at(index, IndexFixture.day(30)).reading().z())
                .isCloseTo(1.1 * 0.8122523963562355 / 0.732660668793747, within(1e-12));
    }
}
