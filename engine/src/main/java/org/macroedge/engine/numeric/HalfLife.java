package org.macroedge.engine.numeric;

/// Exponential decay 2^(−age/h) by half-life h, computed without a call to `exp` and to the same bits on every
/// machine.
///
/// age/h = n + i/1024 + r: the whole part n scales by a power of two, i selects one of 1,024 powers filled by
/// `StrictMath`, and r < 1/1024 goes through a polynomial of degree 4. Exactly 1 at age 0; relative error below
/// 1e−15; 0 from four half-lives on, where a signal has rolled off. Immutable and thread-safe.
public final class HalfLife {

    /// A signal is live while it is younger than this many half-lives.
    public static final int LIVE_HALF_LIVES = 4;

    private static final int STEPS = 1024;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] FRACTIONS = fractions();

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

    /// The first age, in whole seconds, at which a signal no longer lives.
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
        double halvings = age / seconds;
        int whole = (int) halvings;
        double scaled = (halvings - whole) * STEPS;
        int step = (int) scaled;
        double y = (scaled - step) * (LN_2 / STEPS);
        double power = 1 - y * (1 - y * (0.5 - y * (1.0 / 6 - y * (1.0 / 24))));
        return power * FRACTIONS[step] / (1 << whole);
    }

    private static double[] fractions() {
        double[] powers = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            powers[step] = StrictMath.pow(2, -step / (double) STEPS);
        }
        return powers;
    }
}
