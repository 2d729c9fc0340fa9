package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.engine.vocabulary.ReleaseId;

/// How one bias depends on the figure of one release of its instant, all others being equal: Z is linear in the z of
/// the release up to its clip.
public final class Sensitivity {

    private static final int DIGITS = 12;
    private static final MathContext SHOWN = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    /// A value near 0 has no more decimals: no publisher measures as finely.
    private static final int DECIMALS = 15;

    /// How far beyond a bound Z is certain to be beyond it, whatever the order in which its parts are added.
    private static final double MARGIN = 1e-12;

    /// Rounding moves a bound by some units in the last place of 1 σ: doubled so often, they are far more.
    private static final int DOUBLINGS = 30;

    /// A rounded bound is at most so many steps of the publisher away from the first value beyond it.
    private static final int NEAREST = 2;

    private final InstrumentBias bias;
    private final List<Contribution> contributions;
    private final int position;
    private final Contribution own;
    private final BigDecimal forecast;
    private final double sigma;
    private final double clip;

    private Sensitivity(InstrumentBias bias, int position, ObservedForecast forecast, double sigma, double clip) {
        this.bias = bias;
        this.contributions = bias.contributions();
        this.position = position;
        this.own = contributions.get(position);
        this.forecast = forecast.value();
        this.sigma = sigma;
        this.clip = clip;
    }

    /// @param bias at the instant of the release
    /// @param clip of the weight set
    /// @return empty where the release does not count in the bias: it has no weight, no σ or no forecast, or
    /// another stands in its place
    public static Optional<Sensitivity> of(InstrumentBias bias, ReleaseId release, double clip) {
        List<Contribution> contributions = bias.contributions();
        return IntStream.range(0, contributions.size())
                .filter(index -> {
                    Contribution one = contributions.get(index);
                    return one.surprise().release().releaseId().equals(release) && one.weight() != 0;
                })
                .boxed()
                .findFirst()
                .flatMap(position -> of(bias, position, clip));
    }

    private static Optional<Sensitivity> of(InstrumentBias bias, int position, double clip) {
        StandardisedSurprise surprise = bias.contributions().get(position).surprise();
        @Nullable ObservedForecast forecast = surprise.forecast();
        @Nullable Double sigma = surprise.sigma();
        return forecast == null || sigma == null
                ? Optional.empty()
                : Optional.of(new Sensitivity(bias, position, forecast, sigma, clip));
    }

    /// What Z moves by for one σ: w/S.
    public double weight() {
        return own.weight();
    }

    /// The greatest size of z that counts.
    public double clip() {
        return clip;
    }

    /// Z at a z of the release.
    public double at(double z) {
        double sum = 0;
        for (int index = 0; index < contributions.size(); index++) {
            sum += index == position
                    ? own.weight() * (Math.clamp(z, -clip, clip) * own.decay())
                    : contributions.get(index).contribution();
        }
        return sum;
    }

    /// The label at a Z; null where the bias has none for want of data.
    public @Nullable Label label(double total) {
        return bias.reason() == null ? Label.ofScore(InstrumentBias.scoreOf(total)) : null;
    }

    /// The value of the release at a z, unrounded.
    public BigDecimal value(double z) {
        return forecast.add(BigDecimal.valueOf(indicator().polarity() * z * sigma))
                .round(SHOWN);
    }

    private Indicator indicator() {
        return own.indicator();
    }

    /// z of a value, as it is standardised.
    private double z(BigDecimal value) {
        return indicator().polarity() * value.subtract(forecast).doubleValue() / sigma + 0.0;
    }

    /// The flips that figures within the clip can reach, nearest to the assumed figure first.
    public List<Flip> flips() {
        double now = Objects.requireNonNull(bias.z());
        List<Flip> flips = new ArrayList<>();
        for (Bound bound : Bound.ALL) {
            if (bound.isOfSign() || bias.reason() == null) {
                flip(bound, now).ifPresent(flips::add);
            }
        }
        flips.sort(Comparator.comparingDouble(flip -> Math.abs(flip.z() - own.z())));
        return List.copyOf(flips);
    }

    /// The z halfway between the first value beyond a bound and the last one that the publisher can report
    /// before it: what is published rounds a surprise to its step. The exact bound where there is no such
    /// value.
    double halfway(Flip flip) {
        @Nullable BigDecimal first = flip.firstValue();
        return first == null
                ? flip.z()
                : z(first) - direction(flip) * indicator().step().doubleValue() / (2 * sigma);
    }

    /// Whether the z of a flip lies above that of the assumed figure (1) or below it (−1).
    int direction(Flip flip) {
        return flip.positive() == (own.weight() > 0) ? 1 : -1;
    }

    private Optional<Flip> flip(Bound bound, double now) {
        double exact = (bound.total() - at(0)) / (own.weight() * own.decay());
        boolean up = !bound.isReached(now, true);
        double z = Math.abs(exact) > clip ? Double.NaN : beyond(bound, up, exact);
        if (Double.isNaN(z)) {
            return Optional.empty();
        }
        @Nullable BigDecimal first = first(bound, up, z);
        return Optional.of(new Flip(
                bound.beyond(up),
                up,
                z,
                valueBeyond(bound, up, z),
                first,
                first == null ? null : Math.clamp(z(first), -clip, clip)));
    }

    /// The bound, moved by as little as rounding demands until a figure of this size is certain to be beyond
    /// it; NaN where none within the clip is.
    private double beyond(Bound bound, boolean up, double exact) {
        double direction = (own.weight() > 0) == up ? 1 : -1;
        double step = 0;
        for (int doubling = 0; doubling <= DOUBLINGS; doubling++) {
            double z = exact + direction * step;
            if (isBeyond(bound, up, z) && isBeyond(bound, up, published(z))) {
                return z;
            }
            step = step == 0 ? Math.ulp(1.0) : 2 * step;
        }
        return Double.NaN;
    }

    private boolean isBeyond(Bound bound, boolean up, double z) {
        return bound.isReached(at(z) + (up ? -MARGIN : MARGIN), up);
    }

    /// z of the figure that has this size, as it is standardised.
    private double published(double z) {
        return z(forecast.add(BigDecimal.valueOf(indicator().polarity() * z * sigma)));
    }

    /// The bound in the indicator's unit, rounded away from the assumed figure, so that it is beyond the bound.
    private BigDecimal valueBeyond(Bound bound, boolean up, double z) {
        boolean higher = isHigher(up);
        RoundingMode away = higher ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal rounded = forecast.add(BigDecimal.valueOf(indicator().polarity() * z * sigma))
                .round(new MathContext(DIGITS, away));
        BigDecimal value = rounded.setScale(Math.min(rounded.scale(), DECIMALS), away);
        return isBeyond(bound, up, z(value))
                ? value
                : value.add(higher ? value.ulp() : value.ulp().negate());
    }

    /// Whether values above the assumed one are beyond a bound.
    private boolean isHigher(boolean up) {
        return (own.weight() > 0) == up == (indicator().polarity() > 0);
    }

    /// The first value of the publisher's grid beyond a bound, in the direction in which Z crosses it.
    private @Nullable BigDecimal first(Bound bound, boolean up, double z) {
        boolean higher = isHigher(up);
        BigDecimal step = higher ? indicator().step() : indicator().step().negate();
        BigDecimal value = value(z).divide(indicator().step(), 0, higher ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(indicator().step())
                .subtract(step.multiply(BigDecimal.valueOf(NEAREST)));
        for (int tried = 0; tried <= 2 * NEAREST; tried++) {
            if (bound.isReached(at(z(value)), up)) {
                return value;
            }
            value = value.add(step);
        }
        return null;
    }
}
