package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Region;

/// What a bias is made of and whether it may have a label, in cases worked by hand. Every indicator has a prior σ of 1,
/// so that z is the surprise.
class CompositionTest {

    private static final Prior PRIOR =
            new Prior(BigDecimal.ONE, LocalDate.of(2000, 1, 1), LocalDate.of(2010, 1, 1), "a study");
    private static final Indicator US_GDP = indicator("us-gdp", Region.US, Category.GROWTH);
    private static final Indicator US_CPI = indicator("us-cpi", Region.US, Category.INFLATION);
    private static final Indicator US_PPI = indicator("us-ppi", Region.US, Category.INFLATION);
    private static final Indicator DE_GDP = indicator("de-gdp", Region.DE, Category.GROWTH);
    private static final Indicator DE_CPI = indicator("de-cpi", Region.DE, Category.INFLATION);
    private static final Instrument NDX =
            new Instrument(new InstrumentId("NDX"), "Nasdaq 100", AssetClass.EQUITY_INDEX, DirectionClass.EQUITY);

    private static Indicator indicator(String id, Region region, Category category) {
        return Samples.indicator(id, region, category, Frequency.MONTHLY, null, PRIOR);
    }

    private static BiasModel model(List<Indicator> indicators, ObservedRelease... releases) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        Map<IndicatorId, List<ObservedRelease>> byIndicator =
                List.of(releases).stream().collect(Collectors.groupingBy(ObservedRelease::indicator));
        for (Indicator indicator : indicators) {
            surprises.put(
                    indicator.id(),
                    new SurpriseCalculator().calculate(indicator, byIndicator.getOrDefault(indicator.id(), List.of())));
        }
        return new BiasModel(
                indicators,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(SignalMode.LATEST),
                surprises,
                Map.of());
    }

    private static InstrumentBias spx(BiasModel model, double day) {
        return model.at(day(day)).get(0);
    }

    private static InstrumentBias eurusd(BiasModel model, double day) {
        return model.at(day(day)).get(1);
    }

    private static Instant day(double day) {
        return Samples.START.plusSeconds((long) (day * Samples.DAY));
    }

    private static ObservedRelease surprise(Indicator indicator, long day, String z) {
        return Samples.release(indicator.id().value(), day, z, "0");
    }

    /// Contributions of 2, −1 and −1 parts (inflation counts against equities): |0| / 4, 16 / (4 + 1 + 1), all new.
    @Test
    void agreementBreadthAndNewFollowFromTheSizesOfTheReasons() {
        BiasModel model = model(
                List.of(US_GDP, US_CPI, US_PPI),
                surprise(US_GDP, 0, "2"),
                surprise(US_CPI, 0, "1"),
                surprise(US_PPI, 0, "1"));
        InstrumentBias bias = spx(model, 1);

        assertThat(bias.composition().agreement()).isCloseTo(0, within(1e-12));
        assertThat(bias.composition().breadth()).isCloseTo(16.0 / 6, within(1e-12));
        assertThat(bias.composition().newShare()).isEqualTo(1);
        assertThat(bias.label()).isNotNull();
    }

    /// The older of two equal surprises has a half-life of 30 days behind it: 1 new part beside 1/2 old one.
    @Test
    void newCountsTheSignalsOfLessThanFortyEightHours() {
        BiasModel model = model(List.of(US_GDP, US_CPI), surprise(US_CPI, 0, "-1"), surprise(US_GDP, 30, "1"));

        double inTime = spx(model, 30).composition().newShare();
        assertThat(inTime).isCloseTo(1 / 1.5, within(1e-12));
        assertThat(spx(model, 31.9999).composition().newShare()).isCloseTo(1 / 1.5, within(1e-9));
        assertThat(spx(model, 32).composition().newShare()).isZero();
    }

    @Test
    void partsAddUpToTheBiasByCategory() {
        BiasModel model = model(
                List.of(US_GDP, US_CPI, US_PPI),
                surprise(US_GDP, 0, "1.5"),
                surprise(US_CPI, 3, "1"),
                surprise(US_PPI, 4, "0.5"));
        InstrumentBias bias = spx(model, 9);

        assertThat(bias.parts().keySet()).containsExactly(Category.GROWTH, Category.INFLATION);
        assertThat(bias.parts().values().stream().mapToDouble(part -> part).sum())
                .isCloseTo(bias.z(), within(1e-12));
        assertThat(bias.parts().get(Category.INFLATION)).isNegative();
    }

    @Test
    void reasonsForPointTheWayOfTheBiasAndZerosBelongToNeither() {
        BiasModel model = model(
                List.of(US_GDP, US_CPI, US_PPI),
                surprise(US_GDP, 0, "1"),
                surprise(US_CPI, 0, "3"),
                surprise(US_PPI, 0, "0"));
        InstrumentBias bias = spx(model, 1);

        assertThat(bias.z()).isNegative();
        assertThat(ids(bias.reasonsFor())).containsExactly("us-cpi");
        assertThat(ids(bias.reasonsAgainst())).containsExactly("us-gdp");
        assertThat(ids(bias.bySize())).containsExactly("us-cpi", "us-gdp", "us-ppi");
    }

    @Test
    void forABiasOfZeroThePositiveReasonsAreFor() {
        BiasModel model = model(List.of(US_GDP, US_CPI), surprise(US_GDP, 0, "1"), surprise(US_CPI, 0, "1"));
        InstrumentBias bias = spx(model, 1);

        assertThat(bias.z()).isZero();
        assertThat(ids(bias.reasonsFor())).containsExactly("us-gdp");
        assertThat(ids(bias.reasonsAgainst())).containsExactly("us-cpi");
    }

    private static List<String> ids(List<Contribution> contributions) {
        return contributions.stream()
                .map(contribution -> contribution.indicator().id().value())
                .toList();
    }

    /// One of three equal weights is a third, two are two thirds.
    @Test
    void belowOneHalfOfCoverageThereIsAScoreButNoLabel() {
        List<Indicator> indicators = List.of(US_GDP, US_CPI, US_PPI);
        List<ObservedRelease> releases = new ArrayList<>(List.of(surprise(US_GDP, 0, "3")));
        InstrumentBias thin = spx(model(indicators, releases.toArray(ObservedRelease[]::new)), 1);
        assertThat(thin.health().coverage()).isLessThan(0.5);
        assertThat(thin.score()).isPositive();
        assertThat(thin.label()).isNull();
        assertThat(thin.reason()).isEqualTo(NoLabel.THIN_COVERAGE);

        releases.add(surprise(US_CPI, 0, "0"));
        InstrumentBias covered = spx(model(indicators, releases.toArray(ObservedRelease[]::new)), 1);
        assertThat(covered.reason()).isNull();
        assertThat(covered.label()).isNotNull();
    }

    @Test
    void aPairNeedsCoverageOnBothSides() {
        BiasModel americanOnly = model(
                List.of(US_GDP, US_CPI, US_PPI, DE_GDP),
                surprise(US_GDP, 0, "1"),
                surprise(US_CPI, 0, "1"),
                surprise(US_PPI, 0, "1"));
        InstrumentBias pair = eurusd(americanOnly, 1);

        assertThat(pair.health().coverage()).isGreaterThan(0.5);
        assertThat(pair.sides()).isEqualTo(new PairCoverage(0, 1));
        assertThat(pair.reason()).isEqualTo(NoLabel.THIN_COVERAGE);
        assertThat(pair.score()).isNegative();
        assertThat(spx(americanOnly, 1).sides()).isNull();
    }

    @Test
    void exactlyOneHalfOfEachSideIsEnough() {
        BiasModel half =
                model(List.of(US_GDP, US_CPI, DE_GDP, DE_CPI), surprise(US_GDP, 0, "1"), surprise(DE_GDP, 0, "1"));
        InstrumentBias pair = eurusd(half, 1);

        assertThat(pair.sides()).isEqualTo(new PairCoverage(0.5, 0.5));
        assertThat(pair.reason()).isNull();
    }

    @Test
    void anInstrumentWithoutWeightsSaysSo() {
        InstrumentBias wti =
                model(List.of(US_GDP), surprise(US_GDP, 0, "1")).at(day(1)).get(2);

        assertThat(wti.reason()).isEqualTo(NoLabel.NO_WEIGHTS);
        assertThat(wti.z()).isNull();
        assertThat(wti.label()).isNull();
        assertThat(wti.health()).isEqualTo(DataHealth.NOTHING_LIVE);
    }

    /// A release without a forecast leaves the old signal to decay, but its publisher is not late.
    @Test
    void freshnessCountsAReleaseWithoutAUsableSurprise() {
        BiasModel silent = model(List.of(US_GDP), surprise(US_GDP, 0, "1"));
        assertThat(spx(silent, 45).health().freshness()).isEqualTo(1);
        assertThat(spx(silent, 46).health().freshness()).isZero();

        BiasModel published =
                model(List.of(US_GDP), surprise(US_GDP, 0, "1"), Samples.release("us-gdp", 40, "1", null));
        assertThat(spx(published, 46).health().freshness()).isEqualTo(1);
    }

    @Test
    void biasesWithProportionalReasonsAreOneOpinion() {
        List<InstrumentBias> biases = model(List.of(US_GDP, US_CPI), surprise(US_GDP, 0, "2"), surprise(US_CPI, 0, "1"))
                .at(day(1));
        InstrumentBias spx = biases.getFirst();
        InstrumentBias twin = new InstrumentBias(
                NDX, spx.z(), spx.health(), spx.composition(), null, null, spx.contributions(), List.of());

        assertThat(SameInputs.of(List.of(spx, twin, twin))).containsExactly(null, spx, spx);
        assertThat(SameInputs.of(biases)).containsOnlyNulls();
    }

    @Test
    void theReleaseThatLeadsMostRowsIsNamedAndTakenOut() {
        BiasModel model = model(
                List.of(US_GDP, US_CPI, DE_GDP),
                surprise(US_GDP, 0, "3"),
                surprise(US_CPI, 0, "1"),
                surprise(DE_GDP, 0, "1"));
        List<InstrumentBias> biases = model.at(day(1));

        LeadingRelease lead = LeadingRelease.of(biases).orElseThrow();

        assertThat(lead.largest().indicator()).isEqualTo(US_GDP);
        assertThat(lead.rows()).isEqualTo(2);
        assertThat(lead.of()).isEqualTo(2);
        double cpi = biases.getFirst().parts().get(Category.INFLATION);
        assertThat(lead.without().getFirst()).isCloseTo(cpi, within(1e-12));
        assertThat(lead.without().get(2)).isNull();
    }

    @Test
    void withoutAReasonNothingLeads() {
        assertThat(LeadingRelease.of(model(List.of(US_GDP)).at(day(1)))).isEmpty();
        assertThat(LeadingRelease.of(
                        model(List.of(US_GDP), surprise(US_GDP, 0, "0")).at(day(1))))
                .isEmpty();
    }
}
