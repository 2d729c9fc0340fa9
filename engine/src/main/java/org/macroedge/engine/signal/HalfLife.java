package org.macroedge.engine.signal;

/// Exponential decay 2^(−age/h) by half-life h, computed without a call to `exp` and to the same bits on every
/// machine.
///
/// age/h = n + i/1024 + r: the whole part n scales by a power of two, i selects one of 1,024 powers filled by
/// `StrictMath`, and r < 1/1024 goes into a polynomial of degree 4. Both scalings are exact, so n and i together
/// select one of 4,096 powers. Exactly 1 at age 0; relative error below 1e−15; 0 from four half-lives on, where a
/// signal has rolled off. Immutable and thread-safe.
public final class HalfLife {

    /// A signal is live while it is younger than this many half-lives.
    public static final int LIVE_HALF_LIVES = 4;

    private static final int STEPS = 1024;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] POWERS = powers();

    private final double days;
    private final double seconds;
    private final long window;

    /// @param days the half-life in days, above 0
    public HalfLife(double days) {
        if (!(days > 0) || Double.isInfinite(days)) {
            throw new IllegalArgumentException("half-life " + days + " days is not a positive number");
        }
        this.days = days;
        this.seconds = days * SECONDS_PER_DAY;
        this.window = (long) Math.ceil(LIVE_HALF_LIVES * seconds);
    }

    /// The half-life in days.
    public double days() {
        return days;
    }

    /// The first age, in whole seconds, at which a signal is no longer live.
    public long window() {
        return window;
    }

    /// 2^(−age/h).
    ///
    /// @param age whole seconds since the release; a negative age (not yet known) gives 0, as does one from
    /// [#window] on
    public double decay(long age) {
        if (age < 0 || age >= window) {
            return 0;
        }
        double scaled = age / seconds * STEPS;
        int step = (int) scaled;
        return fraction(scaled - step) * POWERS[step];
    }

    /// factor · 2^(−age/h) of many ages, each to the bits of the product with [#decay(long)]. Its loops
    /// are so simple that all of them but the choice of the power are vectorised.
    ///
    /// @param elapsed whole seconds
    /// @param offset added to each of them to give the age, which must lie in [0, [#window])
    /// @param from the first position, in all arrays
    /// @param to after the last position
    /// @param steps scratch space
    /// @param decayed receives the products
    public void decay(double factor, double[] elapsed, double offset, int from, int to, int[] steps, double[] decayed) {
        for (int index = from; index < to; index++) {
            decayed[index] = (elapsed[index] + offset) / seconds * STEPS;
        }
        for (int index = from; index < to; index++) {
            steps[index] = (int) decayed[index];
        }
        for (int index = from; index < to; index++) {
            decayed[index] = fraction(decayed[index] - steps[index]);
        }
        for (int index = from; index < to; index++) {
            decayed[index] = factor * (decayed[index] * POWERS[steps[index]]);
        }
    }

    /// 2^(−part/1024).
    private static double fraction(double part) {
        double y = part * (LN_2 / STEPS);
        return 1 - y * (1 - y * (0.5 - y * (1.0 / 6 - y * (1.0 / 24))));
    }

    /// One more power than four half-lives have steps, because the last age before them may round up to them.
    private static double[] powers() {
        double[] powers = new double[LIVE_HALF_LIVES * STEPS + 1];
        for (int index = 0; index < powers.length; index++) {
            powers[index] = StrictMath.pow(2, -(index % STEPS) / (double) STEPS) / (1 << index / STEPS);
        }
        return powers;
    }
}
