package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastClass;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;

/// Standardises every surprise of one indicator: z = polarity · (actual − forecast) / σ, where σ comes from
/// strictly earlier releases of the same forecast class.
///
/// Releases at one instant share the σ before it, then update it in ascending declared period (none last), then id.
/// Surprises 1 to 10 use the catalogue's prior σ where its data end before the release (mark `provisional`);
/// otherwise they have no z. A policy decision without a forecast is measured against the rate in force (kind
/// naive, mark `no-forecast`), and for policy rates both classes share one σ. Stateless and thread-safe.
public final class SurpriseCalculator {

    private static final Comparator<ObservedRelease> IN_ORDER = Comparator.comparing(ObservedRelease::releasedAt)
            .thenComparing(ObservedRelease::declaredPeriod, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ObservedRelease::releaseId);

    /// The order of an answer: by release instant, then ascending period (unknown last), then id.
    public static final Comparator<StandardisedSurprise> BY_INSTANT =
            Comparator.comparing(StandardisedSurprise::release, IN_ORDER);

    private final double clip;
    private final DoubleFunction<SigmaEstimator> estimators;

    /// A calculator that scales by the bounded moment of formula version 1.
    ///
    /// @param clip the size beyond which z no longer counts more, above 0
    public SurpriseCalculator(double clip) {
        this(clip, BoundedSigmaEstimator::new);
    }

    /// A calculator that scales by another estimator, for research: its figures are not those of any formula version.
    ///
    /// @param clip the size beyond which z no longer counts more, above 0
    /// @param estimators creates one for a floor of σ, as in `ExpandingStandardDeviation::new`
    public SurpriseCalculator(double clip, DoubleFunction<SigmaEstimator> estimators) {
        this.clip = clip;
        this.estimators = estimators;
    }

    /// Standardises all releases of an indicator, in any order; the answer ascends by release instant.
    public List<StandardisedSurprise> calculate(Indicator indicator, List<ObservedRelease> releases) {
        List<ObservedRelease> ordered = releases.stream().sorted(IN_ORDER).toList();
        Walk walk = new Walk(indicator);
        for (int start = 0; start < ordered.size(); ) {
            int end = start + 1;
            while (end < ordered.size()
                    && ordered.get(end).releasedAt().equals(ordered.get(start).releasedAt())) {
                end++;
            }
            walk.instant(ordered.subList(start, end));
            start = end;
        }
        return List.copyOf(walk.surprises);
    }

    private final class Walk {
        private final Indicator indicator;
        private final Map<ForecastClass, SigmaEstimator> byClass = new EnumMap<>(ForecastClass.class);
        private final List<StandardisedSurprise> surprises = new ArrayList<>();
        private @Nullable BigDecimal rateInForce;

        Walk(Indicator indicator) {
            this.indicator = indicator;
            SigmaEstimator surveyed = estimators.apply(indicator.sigmaFloor());
            byClass.put(ForecastClass.SURVEYED, surveyed);
            byClass.put(
                    ForecastClass.MODELLED,
                    indicator.isPolicyRate() ? surveyed : estimators.apply(indicator.sigmaFloor()));
        }

        void instant(List<ObservedRelease> together) {
            List<Expectation> expectations =
                    together.stream().map(this::expectation).toList();
            for (Expectation expectation : expectations) {
                surprises.add(standardise(expectation));
            }
            for (Expectation expectation : expectations) {
                expectation.learned().forEach(this::learn);
                rateInForce = expectation.release().actual();
            }
        }

        private void learn(ForecastClass forecastClass, BigDecimal surprise) {
            estimator(forecastClass).learn(surprise.doubleValue());
        }

        private SigmaEstimator estimator(ForecastClass forecastClass) {
            return Objects.requireNonNull(byClass.get(forecastClass));
        }

        private Expectation expectation(ObservedRelease release) {
            Optional<ObservedForecast> surveyed = ForecastLadder.best(release, ForecastClass.SURVEYED);
            Optional<ObservedForecast> modelled = ForecastLadder.best(release, ForecastClass.MODELLED);
            Optional<ObservedForecast> chosen = surveyed.or(() -> modelled);
            Map<ForecastClass, BigDecimal> learned = new EnumMap<>(ForecastClass.class);
            surveyed.ifPresent(
                    f -> learned.put(ForecastClass.SURVEYED, release.actual().subtract(f.value())));
            boolean shared = indicator.isPolicyRate() && surveyed.isPresent();
            modelled.filter(f -> !shared && f.kind() != ForecastKind.MANUAL)
                    .ifPresent(f ->
                            learned.put(ForecastClass.MODELLED, release.actual().subtract(f.value())));
            if (chosen.isEmpty() && indicator.isPolicyRate()) {
                BigDecimal rate = rateInForce == null ? release.previous() : rateInForce;
                if (rate != null) {
                    chosen = Optional.of(new ObservedForecast(ForecastKind.NAIVE, rate, "rate-in-force", 0, null));
                    learned.put(ForecastClass.MODELLED, release.actual().subtract(rate));
                    return new Expectation(release, chosen.get(), true, learned);
                }
            }
            return new Expectation(release, chosen.orElse(null), false, learned);
        }

        private StandardisedSurprise standardise(Expectation expectation) {
            ObservedRelease release = expectation.release();
            ObservedForecast forecast = expectation.forecast();
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            marks.addAll(release.marks());
            if (forecast == null) {
                return new StandardisedSurprise(
                        release, null, null, null, 0, null, null, StandardisedSurprise.Reason.NOTHING_EXPECTED, marks);
            }
            if (expectation.rateInForce()) {
                marks.add(Mark.NO_FORECAST);
            }
            BigDecimal surprise = release.actual().subtract(forecast.value());
            SigmaEstimator estimator = estimator(forecast.kind().forecastClass());
            Double sigma = scale(estimator, release, marks);
            if (sigma == null) {
                return new StandardisedSurprise(
                        release,
                        forecast,
                        surprise,
                        null,
                        estimator.count(),
                        null,
                        null,
                        StandardisedSurprise.Reason.INSUFFICIENT_HISTORY,
                        marks);
            }
            double zRaw = indicator.polarity() * surprise.doubleValue() / sigma + 0.0;
            double z = Math.clamp(zRaw, -clip, clip);
            if (Math.abs(zRaw) > clip) {
                marks.add(Mark.CLIPPED);
            }
            return new StandardisedSurprise(
                    release, forecast, surprise, sigma, estimator.count(), zRaw, z, null, marks);
        }

        private @Nullable Double scale(SigmaEstimator estimator, ObservedRelease release, Set<Mark> marks) {
            if (estimator.count() >= SigmaEstimator.START) {
                return estimator.sigma();
            }
            if (indicator.prior() == null || !indicator.priorServes(release.releasedAt())) {
                return null;
            }
            marks.add(Mark.PROVISIONAL);
            return Math.max(indicator.prior().sigma().doubleValue(), indicator.sigmaFloor());
        }
    }

    private record Expectation(
            ObservedRelease release,
            @Nullable ObservedForecast forecast,
            boolean rateInForce,
            Map<ForecastClass, BigDecimal> learned) {}
}
