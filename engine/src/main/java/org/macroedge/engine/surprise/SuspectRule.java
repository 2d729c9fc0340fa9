package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;

/// Tells a typing error from an extreme surprise, by what was known before the release.
///
/// Of the surprises with |zRaw| > 10, suspect are (a) those whose actual lies near the previous and far from the
/// forecast: |actual − previous| is at most a quarter of |actual − forecast|, and at most three times the median of the
/// last 24 such moves (at least one step), so that the forecast is the error; and (b) those of a lost sign: actual and
/// forecast have opposite signs, |actual + forecast| is under a tenth of |actual|, and |actual| is at least 20 steps.
/// The rule is for captured forecasts: nobody types the one that is computed from earlier figures, and a series of
/// which one print after another was suspect against the same stale one would never move on.
final class SuspectRule {

    /// The size of zRaw from which a surprise is extreme.
    static final double EXTREME = 10;

    private static final int MOVES = 24;
    private static final BigDecimal NEARER_THAN_FORECAST = new BigDecimal(4);
    private static final BigDecimal USUAL_MOVES = new BigDecimal(3);
    private static final BigDecimal NEARER_THAN_ZERO = BigDecimal.TEN;
    private static final BigDecimal LEAST_STEPS = new BigDecimal(20);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final BigDecimal step;
    private final Deque<BigDecimal> moves = new ArrayDeque<>();

    SuspectRule(Indicator indicator) {
        this.step = indicator.step();
    }

    /// Whether a release with this forecast looks like a typing error.
    boolean holds(ObservedRelease release, BigDecimal forecast, double zRaw) {
        return Math.abs(zRaw) > EXTREME
                && (isForecastWrong(release, forecast) || isSignLost(release.actual(), forecast, step));
    }

    private boolean isForecastWrong(ObservedRelease release, BigDecimal forecast) {
        if (release.previous() == null) {
            return false;
        }
        BigDecimal move = move(release.actual(), release.previous());
        BigDecimal surprise = release.actual().subtract(forecast).abs();
        return move.multiply(NEARER_THAN_FORECAST).compareTo(surprise) <= 0
                && move.compareTo(usualMove().max(step).multiply(USUAL_MOVES)) <= 0;
    }

    /// Whether actual and forecast may be one number of which either lost its sign, so that neither is sure.
    static boolean isSignLost(BigDecimal actual, BigDecimal forecast, BigDecimal step) {
        BigDecimal size = actual.abs();
        return actual.signum() * forecast.signum() < 0
                && actual.add(forecast).abs().multiply(NEARER_THAN_ZERO).compareTo(size) < 0
                && size.compareTo(step.multiply(LEAST_STEPS)) >= 0;
    }

    /// The median of the last moves; 0 before the first.
    private BigDecimal usualMove() {
        List<BigDecimal> ascending = moves.stream().sorted().toList();
        int middle = ascending.size() / 2;
        if (ascending.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return ascending.size() % 2 == 1
                ? ascending.get(middle)
                : ascending.get(middle - 1).add(ascending.get(middle)).multiply(HALF);
    }

    private static BigDecimal move(BigDecimal actual, BigDecimal previous) {
        return actual.subtract(previous).abs();
    }

    /// Takes the move of a release, unless a person set it aside.
    void learn(ObservedRelease release) {
        if (release.previous() != null && !release.isSetAside()) {
            moves.addLast(move(release.actual(), release.previous()));
            if (moves.size() > MOVES) {
                moves.removeFirst();
            }
        }
    }
}
