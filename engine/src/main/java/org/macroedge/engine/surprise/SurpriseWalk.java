package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastClass;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;

/// Walks over the releases of one indicator, from one instant to the next, and keeps what is known before each: σ of
/// each forecast class, what is computed from earlier figures, the usual moves.
final class SurpriseWalk {

    private final Indicator indicator;
    private final Map<ForecastClass, SigmaEstimator> byClass = new EnumMap<>(ForecastClass.class);
    private final ComputedForecast computed;
    private final SuspectRule suspects;
    private final List<StandardisedSurprise> surprises = new ArrayList<>();

    /// Equal surprises are one object: a long history has few different ones.
    private final Map<BigDecimal, BigDecimal> sizes = new HashMap<>();

    SurpriseWalk(Indicator indicator, DoubleFunction<SigmaEstimator> estimators, ComputedForecast computed) {
        this.indicator = indicator;
        this.computed = computed;
        this.suspects = new SuspectRule(indicator);
        SigmaEstimator surveyed = estimators.apply(indicator.sigmaFloor());
        byClass.put(ForecastClass.SURVEYED, surveyed);
        byClass.put(
                ForecastClass.MODELLED, indicator.isPolicyRate() ? surveyed : estimators.apply(indicator.sigmaFloor()));
    }

    /// Every surprise so far, in the order of the releases.
    List<StandardisedSurprise> surprises() {
        return List.copyOf(surprises);
    }

    /// Standardises the releases of one instant by what was known before, then learns from all of them.
    void instant(List<ObservedRelease> together) {
        Optional<ObservedForecast> own = computed.before(together.getFirst().releasedAt());
        List<Expectation> expectations =
                together.stream().map(release -> expectation(release, own)).toList();
        int first = surprises.size();
        expectations.forEach(expectation -> surprises.add(standardise(expectation)));
        List<StandardisedSurprise> added = surprises.subList(first, surprises.size());
        for (int index = 0; index < added.size(); index++) {
            learn(expectations.get(index), added.get(index));
        }
        computed.learn(added);
    }

    private void learn(Expectation expectation, StandardisedSurprise surprise) {
        if (!surprise.isLeftOut()) {
            expectation
                    .learned()
                    .forEach((forecastClass, size) -> estimator(forecastClass).learn(size.doubleValue()));
        }
        suspects.learn(expectation.release());
    }

    private SigmaEstimator estimator(ForecastClass forecastClass) {
        return Objects.requireNonNull(byClass.get(forecastClass));
    }

    /// What a release is measured against.
    ///
    /// @param mark of a forecast that was not captured; null for one that was
    /// @param learned the surprise that each class learns
    private record Expectation(
            ObservedRelease release,
            @Nullable ObservedForecast forecast,
            @Nullable Mark mark,
            Map<ForecastClass, BigDecimal> learned) {}

    private Expectation expectation(ObservedRelease release, Optional<ObservedForecast> own) {
        Optional<ObservedForecast> surveyed = ForecastLadder.best(release, ForecastClass.SURVEYED);
        Optional<ObservedForecast> modelled = ForecastLadder.bestModelled(release, own);
        @Nullable ObservedForecast chosen = surveyed.or(() -> modelled).orElse(null);
        @Nullable Mark mark = chosen != null && chosen.equals(own.orElse(null)) ? computed.mark(chosen) : null;
        return new Expectation(release, chosen, mark, learned(release, surveyed, modelled));
    }

    private Map<ForecastClass, BigDecimal> learned(
            ObservedRelease release, Optional<ObservedForecast> surveyed, Optional<ObservedForecast> modelled) {
        Map<ForecastClass, BigDecimal> learned = new EnumMap<>(ForecastClass.class);
        boolean shared = indicator.isPolicyRate() && surveyed.isPresent();
        surveyed.ifPresent(forecast -> learned.put(ForecastClass.SURVEYED, surprise(release, forecast)));
        modelled.filter(forecast -> !shared && forecast.kind() != ForecastKind.MANUAL)
                .ifPresent(forecast -> learned.put(ForecastClass.MODELLED, surprise(release, forecast)));
        return learned;
    }

    private static BigDecimal surprise(ObservedRelease release, ObservedForecast forecast) {
        return release.actual().subtract(forecast.value());
    }

    private StandardisedSurprise standardise(Expectation expectation) {
        ObservedRelease release = expectation.release();
        ObservedForecast forecast = expectation.forecast();
        Set<Mark> marks = marks(release, expectation.mark());
        if (forecast == null) {
            return new StandardisedSurprise(release, null, null, null, 0, null, null, reason(expectation, null), marks);
        }
        BigDecimal surprise = sizes.computeIfAbsent(surprise(release, forecast), size -> size);
        SigmaEstimator estimator = estimator(forecast.kind().forecastClass());
        Double sigma = scale(estimator, release, marks);
        Double zRaw = sigma == null ? null : indicator.polarity() * surprise.doubleValue() / sigma + 0.0;
        StandardisedSurprise.Reason reason = reason(expectation, zRaw);
        Double z = zRaw == null || reason != null ? null : clip(zRaw, marks);
        if (reason == StandardisedSurprise.Reason.SUSPECT) {
            marks.add(Mark.SUSPECT);
        }
        return new StandardisedSurprise(
                release,
                forecast,
                surprise,
                sigma,
                estimator.count(),
                zRaw,
                z != null && z.equals(zRaw) ? zRaw : z,
                reason,
                marks.equals(release.marks()) ? release.marks() : marks);
    }

    private static Set<Mark> marks(ObservedRelease release, @Nullable Mark forecast) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(release.marks());
        if (release.verdict() != null) {
            marks.add(release.verdict().mark());
        }
        if (forecast != null) {
            marks.add(forecast);
        }
        return marks;
    }

    /// Why there is no usable z; null where there is one. What a person stated comes first.
    private StandardisedSurprise.@Nullable Reason reason(Expectation expectation, @Nullable Double zRaw) {
        ObservedRelease release = expectation.release();
        @Nullable ObservedForecast forecast = expectation.forecast();
        if (release.verdict() != null && release.isSetAside()) {
            return StandardisedSurprise.Reason.of(release.verdict());
        }
        if (forecast == null) {
            return StandardisedSurprise.Reason.NOTHING_EXPECTED;
        }
        if (zRaw == null) {
            return StandardisedSurprise.Reason.INSUFFICIENT_HISTORY;
        }
        boolean isCaptured = expectation.mark() == null;
        boolean suspect = isCaptured && release.verdict() == null && suspects.holds(release, forecast.value(), zRaw);
        return suspect ? StandardisedSurprise.Reason.SUSPECT : null;
    }

    private static double clip(double zRaw, Set<Mark> marks) {
        if (Math.abs(zRaw) > SurpriseCalculator.CLIP) {
            marks.add(Mark.CLIPPED);
        }
        return Math.clamp(zRaw, -SurpriseCalculator.CLIP, SurpriseCalculator.CLIP);
    }

    private @Nullable Double scale(SigmaEstimator estimator, ObservedRelease release, Set<Mark> marks) {
        if (estimator.count() >= SigmaEstimator.START) {
            return estimator.sigma();
        }
        Prior prior = indicator.prior();
        if (prior != null && indicator.priorServes(release.releasedAt())) {
            marks.add(Mark.PROVISIONAL);
            return Math.max(prior.sigma().doubleValue(), indicator.sigmaFloor());
        }
        if (indicator.isPolicyRate()) {
            marks.add(Mark.PROVISIONAL);
            return indicator.sigmaFloor();
        }
        return null;
    }
}
