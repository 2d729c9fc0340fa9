package org.macroedge.engine.surprise;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndicatorId;

/// Standardises every surprise of an indicator: z = polarity · (actual − forecast) / σ, where σ comes from strictly
/// earlier releases of the same forecast class.
///
/// Releases at one instant share the σ before it, then update it in the order of [ReleaseOrder]. Surprises 1 to 10 use
/// the catalogue's prior σ where its data end before the release, and those of a policy rate otherwise its floor (mark
/// `provisional`); others have no z. A policy decision without a forecast is measured against the rate in force (kind
/// naive, mark `no-forecast`), and for policy rates both classes share one σ. Any other release without a forecast of a
/// better kind than manual is measured against one from the indicator's own prints ([OwnPrintForecast], mark
/// `naive-forecast` or `model-forecast`), from which the scale of the modelled class learns at every release. What
/// looks like a typing error against a captured forecast ([SuspectRule], mark `suspect`) and what a person set aside
/// enter neither Z nor σ.
///
/// Ids and the order of the input decide nothing. Stateless and thread-safe.
public final class SurpriseCalculator {

    /// The size beyond which the standard z no longer counts more. A weight set may clip elsewhere.
    public static final double CLIP = 4;

    private final DoubleFunction<SigmaEstimator> estimators;

    /// A calculator that scales by the bounded moment of the formula version.
    public SurpriseCalculator() {
        this(BoundedSigmaEstimator::new);
    }

    /// A calculator that scales by another estimator, for research: its figures are not those of any formula version.
    ///
    /// @param estimators creates one for a floor of σ, as in `ExpandingStandardDeviation::new`
    public SurpriseCalculator(DoubleFunction<SigmaEstimator> estimators) {
        this.estimators = estimators;
    }

    /// Standardises all releases of several indicators, in any order; each answer is in the order of [ReleaseOrder].
    ///
    /// A policy rate that succeeds another takes its last rate as the rate in force, which takes the indicators and
    /// releases of both.
    ///
    /// @param releases per indicator; one without any may be absent, and those of other indicators are left out
    public Map<IndicatorId, List<StandardisedSurprise>> calculate(
            Collection<Indicator> indicators, Map<IndicatorId, List<ObservedRelease>> releases) {
        return calculate(indicators, releases, Map.of());
    }

    /// As the other one, where an indicator's own prints say nothing from an instant on, because a figure that is to
    /// come before is not known.
    ///
    /// @param silentFrom per indicator; one without such an instant is absent
    public Map<IndicatorId, List<StandardisedSurprise>> calculate(
            Collection<Indicator> indicators,
            Map<IndicatorId, List<ObservedRelease>> releases,
            Map<IndicatorId, Instant> silentFrom) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        for (Indicator indicator : indicators) {
            List<ObservedRelease> earlier = indicator.isPolicyRate()
                    ? predecessors(indicator, indicators).stream()
                            .flatMap(id -> releases.getOrDefault(id, List.of()).stream())
                            .toList()
                    : List.of();
            List<ObservedRelease> own = releases.getOrDefault(indicator.id(), List.of());
            ComputedForecast computed = indicator.isPolicyRate()
                    ? new RateInForce(earlier)
                    : new OwnPrintForecast(indicator, silentFrom.getOrDefault(indicator.id(), Instant.MAX));
            surprises.put(indicator.id(), calculate(indicator, own, computed));
        }
        return surprises;
    }

    /// The policy rates that a policy rate succeeds, directly or through others.
    private static Set<IndicatorId> predecessors(Indicator indicator, Collection<Indicator> indicators) {
        Set<IndicatorId> successors = new HashSet<>(Set.of(indicator.id()));
        boolean found = true;
        while (found) {
            found = false;
            for (Indicator candidate : indicators) {
                boolean precedes = candidate.isPolicyRate()
                        && candidate.successor() != null
                        && successors.contains(candidate.successor());
                found |= precedes && successors.add(candidate.id());
            }
        }
        successors.remove(indicator.id());
        return successors;
    }

    /// Standardises all releases of an indicator that succeeds no other, in any order; the answer is in the order of
    /// [ReleaseOrder].
    public List<StandardisedSurprise> calculate(Indicator indicator, List<ObservedRelease> releases) {
        return calculate(
                indicator,
                releases,
                indicator.isPolicyRate() ? new RateInForce(List.of()) : new OwnPrintForecast(indicator));
    }

    private List<StandardisedSurprise> calculate(
            Indicator indicator, List<ObservedRelease> releases, ComputedForecast computed) {
        List<ObservedRelease> ordered = ReleaseOrder.sorted(releases, release -> release);
        SurpriseWalk walk = new SurpriseWalk(indicator, estimators, computed);
        ReleaseOrder.forEachInstant(ordered, release -> release, walk::instant);
        return walk.surprises();
    }
}
