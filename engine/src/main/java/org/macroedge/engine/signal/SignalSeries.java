package org.macroedge.engine.signal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Mark;

/// The signals of one indicator in the order of time: s(t) = z · 2^(−(t−τ)/h) while t − τ < 4h, else 0.
///
/// Surprises are taken one by one, whether a whole history is read or releases arrive. In mode `sum`, every release
/// with a usable z counts, and those inside the window add up, ordered by time, then period, then id. In mode `latest`,
/// one signal is in force at a time: that of the latest release with a usable z. Of several at one instant, it is the
/// one with the latest declared period, where a release without one counts as newest, then the one with the last id.
/// Where both periods are declared, an older period published later never displaces the signal.
///
/// Belongs to one thread while it takes surprises; afterwards it may be read by many.
public final class SignalSeries {

    /// The position of no signal.
    public static final int NONE = -1;

    private static final double PROVISIONAL_QUALITY = 0.7;

    private static final Comparator<StandardisedSurprise> NEWEST_LAST = Comparator.comparing(
                    (StandardisedSurprise surprise) -> surprise.release().declaredPeriod(),
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(surprise -> surprise.release().releaseId());

    private final SignalMode mode;
    private final HalfLife halfLife;
    private final boolean keepsPast;
    private int size;
    private StandardisedSurprise[] surprises;
    private long[] releasedAt;
    private double[] z;
    private double[] quality;

    private SignalSeries(SignalMode mode, HalfLife halfLife, boolean keepsPast, int capacity) {
        this.mode = mode;
        this.halfLife = halfLife;
        this.keepsPast = keepsPast;
        this.surprises = new StandardisedSurprise[capacity];
        this.releasedAt = new long[capacity];
        this.z = new double[capacity];
        this.quality = new double[capacity];
    }

    /// The series after a history of surprises.
    ///
    /// @param surprises ascending by release instant
    public static SignalSeries of(SignalMode mode, HalfLife halfLife, List<StandardisedSurprise> surprises) {
        SignalSeries series = new SignalSeries(mode, halfLife, true, surprises.size());
        surprises.forEach(series::take);
        return series;
    }

    /// A new series that continues from the state of this one at a second: the signal in force and those that are live
    /// beside it. It keeps no displaced signal, so it answers only for instants from its last release on.
    public SignalSeries stateAt(long second) {
        int inForce = inForce(second);
        int first = Math.max(Math.min(firstLive(inForce, second), inForce), 0);
        SignalSeries state = new SignalSeries(mode, halfLife, false, inForce - first + 1);
        for (int signal = first; signal <= inForce; signal++) {
            state.insert(signal - first, surprises[signal]);
        }
        return state;
    }

    /// Takes a surprise that does not precede those before it.
    ///
    /// @return whether its signal counts
    public boolean take(StandardisedSurprise surprise) {
        if (!surprise.usable()) {
            return false;
        }
        return mode == SignalMode.SUM ? addUp(surprise) : displace(surprise);
    }

    private boolean addUp(StandardisedSurprise surprise) {
        int position = size;
        while (position > 0 && SurpriseCalculator.BY_INSTANT.compare(surprises[position - 1], surprise) > 0) {
            position--;
        }
        insert(position, surprise);
        return true;
    }

    private boolean displace(StandardisedSurprise surprise) {
        if (size == 0) {
            insert(0, surprise);
            return true;
        }
        StandardisedSurprise current = surprises[size - 1];
        boolean together =
                surprise.release().releasedAt().equals(current.release().releasedAt());
        if (together ? NEWEST_LAST.compare(surprise, current) <= 0 : isOfOlderPeriod(surprise, current)) {
            return false;
        }
        size -= together || !keepsPast ? 1 : 0;
        insert(size, surprise);
        return true;
    }

    private static boolean isOfOlderPeriod(StandardisedSurprise surprise, StandardisedSurprise current) {
        @Nullable LocalDate period = surprise.release().declaredPeriod();
        @Nullable LocalDate inForce = current.release().declaredPeriod();
        return period != null && inForce != null && period.isBefore(inForce);
    }

    private void insert(int position, StandardisedSurprise surprise) {
        if (size == releasedAt.length) {
            grow(2 * size + 1);
        }
        int moved = size - position;
        System.arraycopy(surprises, position, surprises, position + 1, moved);
        System.arraycopy(releasedAt, position, releasedAt, position + 1, moved);
        System.arraycopy(z, position, z, position + 1, moved);
        System.arraycopy(quality, position, quality, position + 1, moved);
        @Nullable Double usable = surprise.z();
        surprises[position] = surprise;
        releasedAt[position] = surprise.release().releasedAt().getEpochSecond();
        z[position] = usable == null ? 0 : usable;
        quality[position] = quality(surprise);
        size++;
    }

    private void grow(int capacity) {
        surprises = Arrays.copyOf(surprises, capacity);
        releasedAt = Arrays.copyOf(releasedAt, capacity);
        z = Arrays.copyOf(z, capacity);
        quality = Arrays.copyOf(quality, capacity);
    }

    private static double quality(StandardisedSurprise surprise) {
        double quality =
                surprise.forecast() == null ? 0 : surprise.forecast().kind().quality();
        return surprise.marks().contains(Mark.PROVISIONAL) ? quality * PROVISIONAL_QUALITY : quality;
    }

    public SignalMode mode() {
        return mode;
    }

    public HalfLife halfLife() {
        return halfLife;
    }

    /// Whether all signals inside the window count, as in mode `sum`.
    public boolean addsUp() {
        return mode == SignalMode.SUM;
    }

    /// The first second at which this indicator has a usable z; [Long#MAX_VALUE] where it never has.
    public long activeFrom() {
        return displacedAt(NONE);
    }

    /// The position of the signal in force at a second, in mode `sum` that of the latest one, or [#NONE].
    public int inForce(long second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (releasedAt[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// The position of the signal in force at a second, searched forwards from one that was in force earlier.
    public int inForce(long second, int earlier) {
        int signal = earlier;
        while (displacedAt(signal) <= second) {
            signal++;
        }
        return signal;
    }

    /// The first signal that is live together with the one in force; the position after that one where it is no longer
    /// live.
    public int firstLive(int inForce, long second) {
        int stop = mode == SignalMode.SUM ? 0 : Math.max(inForce, 0);
        int first = inForce + 1;
        while (first > stop && age(first - 1, second) < halfLife.window()) {
            first--;
        }
        return first;
    }

    /// The sum of the live signals at a second, in ascending order; 0 where none is live.
    ///
    /// @param inForce the position of the signal in force at that second
    public double sum(int inForce, long second) {
        if (mode == SignalMode.LATEST) {
            return inForce == NONE ? 0 : signal(inForce, second);
        }
        double sum = 0;
        for (int signal = firstLive(inForce, second); signal <= inForce; signal++) {
            sum += signal(signal, second);
        }
        return sum;
    }

    /// One signal at a second not before its release.
    public double signal(int signal, long second) {
        return z[signal] * halfLife.decay(age(signal, second));
    }

    /// The age of a signal in seconds.
    public long age(int signal, long second) {
        return second - releasedAt[signal];
    }

    /// z of a signal; 0 for [#NONE].
    public double z(int signal) {
        return signal == NONE ? 0 : z[signal];
    }

    /// The trust in the forecast behind a signal, in [0, 1].
    public double quality(int signal) {
        return quality[signal];
    }

    /// The second at which a signal comes into force.
    public long releasedAt(int signal) {
        return releasedAt[signal];
    }

    /// The second at which the signal after a given one, or after [#NONE], comes into force; [Long#MAX_VALUE] after the
    /// last.
    public long displacedAt(int signal) {
        return signal + 1 < size ? releasedAt[signal + 1] : Long.MAX_VALUE;
    }

    /// The surprise behind a signal.
    public StandardisedSurprise surprise(int signal) {
        return surprises[signal];
    }
}
