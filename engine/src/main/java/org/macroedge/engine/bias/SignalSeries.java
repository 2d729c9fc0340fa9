package org.macroedge.engine.bias;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.numeric.HalfLife;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;

/// The signal of one indicator through time: s(t) = z · 2^(−(t−τ)/h) while t − τ < 4h, else 0.
///
/// In mode `sum` every release with a usable z counts, and those inside the window add up in the order of time, then
/// period, then id. In mode `latest` one is in force at a time: the latest release with a usable z. Of several at one
/// instant it is the one with the latest declared period, a release without one counting as newest, then the last id.
/// Where both periods are declared, an older period published later never displaces. Immutable and thread-safe.
final class SignalSeries {

    static final int NONE = -1;

    private static final double PROVISIONAL_QUALITY = 0.7;

    private static final Comparator<StandardisedSurprise> NEWEST_LAST = Comparator.comparing(
                    (StandardisedSurprise s) -> s.release().declaredPeriod(),
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(s -> s.release().releaseId());

    private final Indicator indicator;
    private final SignalMode mode;
    private final HalfLife halfLife;
    private final List<StandardisedSurprise> surprises;
    private final long[] knownAt;
    private final int[] position;
    private final long[] releasedAt;
    private final double[] z;
    private final double[] quality;

    SignalSeries(Indicator indicator, SignalMode mode, HalfLife halfLife, List<StandardisedSurprise> surprises) {
        this.indicator = indicator;
        this.mode = mode;
        this.halfLife = halfLife;
        this.surprises = surprises;
        this.knownAt = surprises.stream()
                .mapToLong(s -> s.release().releasedAt().getEpochSecond())
                .toArray();
        this.position = mode == SignalMode.SUM ? usable(surprises) : displacements(surprises);
        this.releasedAt = Arrays.stream(position).mapToLong(at -> knownAt[at]).toArray();
        this.z = Arrays.stream(position)
                .mapToDouble(at -> usableZ(surprises.get(at)))
                .toArray();
        this.quality = Arrays.stream(position)
                .mapToDouble(at -> quality(surprises.get(at)))
                .toArray();
    }

    private static int[] usable(List<StandardisedSurprise> surprises) {
        return IntStream.range(0, surprises.size())
                .filter(at -> surprises.get(at).usable())
                .toArray();
    }

    private static int[] displacements(List<StandardisedSurprise> surprises) {
        List<Integer> inForce = new ArrayList<>();
        for (int at = 0; at < surprises.size(); at++) {
            StandardisedSurprise candidate = surprises.get(at);
            StandardisedSurprise current = inForce.isEmpty() ? null : surprises.get(inForce.getLast());
            if (!displaces(candidate, current)) {
                continue;
            }
            if (current != null && together(candidate, current)) {
                inForce.removeLast();
            }
            inForce.add(at);
        }
        return inForce.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Whether a release takes the place of the one in force, which it does not precede.
    ///
    /// @param current null where none is in force
    static boolean displaces(StandardisedSurprise candidate, @Nullable StandardisedSurprise current) {
        if (!candidate.usable() || current == null) {
            return candidate.usable();
        }
        return together(candidate, current)
                ? NEWEST_LAST.compare(candidate, current) > 0
                : !olderPeriod(candidate, current);
    }

    private static boolean together(StandardisedSurprise one, StandardisedSurprise other) {
        return one.release().releasedAt().equals(other.release().releasedAt());
    }

    private static boolean olderPeriod(StandardisedSurprise candidate, StandardisedSurprise current) {
        @Nullable LocalDate mine = candidate.release().declaredPeriod();
        @Nullable LocalDate theirs = current.release().declaredPeriod();
        return mine != null && theirs != null && mine.isBefore(theirs);
    }

    static double usableZ(StandardisedSurprise surprise) {
        Double usable = surprise.z();
        return usable == null ? 0 : usable;
    }

    Indicator indicator() {
        return indicator;
    }

    HalfLife halfLife() {
        return halfLife;
    }

    /// Whether all signals inside the window count, mode `sum`.
    boolean addsUp() {
        return mode == SignalMode.SUM;
    }

    /// The first second at which this indicator has a usable z; [Long#MAX_VALUE] where it never has.
    long activeFrom() {
        return releasedAt.length == 0 ? Long.MAX_VALUE : releasedAt[0];
    }

    /// Which signal is in force at a second, the latest of those in mode `sum`, or [#NONE].
    int inForce(long second) {
        return lastAtOrBefore(releasedAt, second);
    }

    /// Which signal is in force at a second, looked for from one that was in force before.
    int inForce(long second, int earlier) {
        int signal = earlier;
        while (displacedAt(signal) <= second) {
            signal++;
        }
        return signal;
    }

    /// The age in seconds of a signal in force.
    long age(int signal, long second) {
        return second - releasedAt[signal];
    }

    /// The signal that releases arriving from nothing on would make.
    LiveSignal empty() {
        return new LiveSignal(mode, halfLife);
    }

    /// The release in force at a second and those that are live beside it, ascending; none before the first.
    List<StandardisedSurprise> upTo(long second) {
        int inForce = inForce(second);
        int first = Math.min(firstLive(inForce, second), inForce);
        return IntStream.rangeClosed(Math.max(first, 0), inForce)
                .mapToObj(this::surprise)
                .toList();
    }

    /// What is live at a second: the signals from `first` to `last`, of which there are none where `first` is after it.
    ///
    /// @param sum of the signals
    /// @param size the sum of their sizes
    /// @param quality the trust in what was expected, by size; 0 where the size is 0
    record Live(int first, int last, double sum, double size, double quality) {

        boolean any() {
            return first <= last;
        }
    }

    /// What is live at a second.
    Live live(long second) {
        return live(inForce(second), second);
    }

    /// @param inForce the signal in force at the second
    Live live(int inForce, long second) {
        int first = firstLive(inForce, second);
        if (first == inForce) {
            double one = signal(first, second);
            return new Live(first, inForce, one, Math.abs(one), quality[first]);
        }
        double sum = 0;
        double size = 0;
        double trusted = 0;
        for (int signal = first; signal <= inForce; signal++) {
            double one = signal(signal, second);
            sum += one;
            size += Math.abs(one);
            trusted += Math.abs(one) * quality[signal];
        }
        return new Live(first, inForce, sum, size, size == 0 ? 0 : trusted / size);
    }

    /// The first signal that is live together with the one in force; the one after that where it is live no more.
    int firstLive(int inForce, long second) {
        int stop = mode == SignalMode.SUM ? 0 : Math.max(inForce, 0);
        int first = inForce + 1;
        while (first > stop && age(first - 1, second) < halfLife.window()) {
            first--;
        }
        return first;
    }

    /// One signal at a second from its release on.
    double signal(int signal, long second) {
        return z[signal] * halfLife.decay(age(signal, second));
    }

    /// The trust in what was expected, in [0, 1].
    private static double quality(StandardisedSurprise surprise) {
        double quality =
                surprise.forecast() == null ? 0 : surprise.forecast().kind().quality();
        return surprise.marks().contains(Mark.PROVISIONAL) ? quality * PROVISIONAL_QUALITY : quality;
    }

    /// z of a signal; 0 of [#NONE].
    double z(int signal) {
        return signal == NONE ? 0 : z[signal];
    }

    /// The second at which a signal came into force.
    long releasedAt(int signal) {
        return releasedAt[signal];
    }

    /// The second at which the next signal takes the place of one, or of none; [Long#MAX_VALUE] after the last.
    long displacedAt(int signal) {
        return signal + 1 < releasedAt.length ? releasedAt[signal + 1] : Long.MAX_VALUE;
    }

    /// The release behind a signal.
    StandardisedSurprise surprise(int signal) {
        return surprises.get(position[signal]);
    }

    /// Whether a release after the one in force is known at a second, so that the old signal only decays.
    boolean superseded(int signal, long second) {
        int last = lastAtOrBefore(knownAt, second);
        return mode == SignalMode.LATEST
                && last > position[signal]
                && knownAt[last] > releasedAt[signal]
                && !surprises.get(last).usable();
    }

    /// The newest release known at a second, usable or not; null where there is none.
    @Nullable
    StandardisedSurprise newestKnown(long second) {
        int last = lastAtOrBefore(knownAt, second);
        return last == NONE ? null : surprises.get(last);
    }

    private static int lastAtOrBefore(long[] ascending, long second) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
