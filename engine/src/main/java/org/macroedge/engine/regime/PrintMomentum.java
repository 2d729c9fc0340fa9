package org.macroedge.engine.regime;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.BoundedSigmaEstimator;
import org.macroedge.engine.surprise.ReleaseOrder;
import org.macroedge.engine.vocabulary.Frequency;

/// The momentum of an indicator's first prints: polarity · (median of the last 3 − median of the 12 before) /
/// σ, clipped at ±4, where σ is the [BoundedSigmaEstimator] of strictly earlier such differences (start 12,
/// half-life 60 months). Quarterly indicators take the last 1 and the 4 before, with a half-life of 20
/// quarters.
///
/// A level counts as its change within one vintage, actual − previous as the release itself states it, so that
/// a revision is not taken for growth; a release without a previous is skipped. Index-valued surveys (diffusion
/// indices), growth rates and changes count as printed. Releases that a person set aside do not count.
///
/// Constant prints: σ is the indicator's floor and the momentum 0. Fewer prints than 15 + 12 (quarterly 5 +
/// 12): none. Immutable and thread-safe.
final class PrintMomentum {

    private static final double CLIP = 4;
    private static final int START = 12;

    private static final Window MONTHLY = new Window(3, 12, 60);
    private static final Window QUARTERLY = new Window(1, 4, 20);

    private final long[] seconds;
    private final double[] values;

    /// Which prints are compared.
    ///
    /// @param recent the last prints, whose median is compared
    /// @param before how many before them it is compared with
    /// @param halfLife of the scale, in prints
    private record Window(int recent, int before, double halfLife) {}

    private PrintMomentum(long[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
    }

    /// @param releases of the indicator, in any order
    static PrintMomentum of(Indicator indicator, List<ObservedRelease> releases) {
        boolean differenced = RegimeMembers.isDifferenced(indicator);
        List<ObservedRelease> counting = ReleaseOrder.sorted(releases, Function.identity()).stream()
                .filter(release -> !release.isSetAside() && (!differenced || release.previous() != null))
                .toList();
        double[] prints = counting.stream()
                .mapToDouble(release -> print(release, differenced))
                .toArray();
        long[] seconds = counting.stream()
                .mapToLong(release -> release.releasedAt().getEpochSecond())
                .toArray();
        return new PrintMomentum(seconds, momenta(indicator, prints));
    }

    private static double print(ObservedRelease release, boolean differenced) {
        BigDecimal previous = release.previous();
        return previous != null && differenced
                ? release.actual().subtract(previous).doubleValue()
                : release.actual().doubleValue();
    }

    private static double[] momenta(Indicator indicator, double[] prints) {
        Window window = indicator.frequency() == Frequency.QUARTERLY ? QUARTERLY : MONTHLY;
        BoundedSigmaEstimator scale = new BoundedSigmaEstimator(indicator.sigmaFloor(), START, window.halfLife());
        double[] momenta = new double[prints.length];
        Arrays.fill(momenta, Double.NaN);
        for (int last = window.recent() + window.before(); last <= prints.length; last++) {
            int split = last - window.recent();
            double difference = median(prints, split, last) - median(prints, split - window.before(), split);
            double z = indicator.polarity() * difference / scale.sigma();
            momenta[last - 1] = Double.isNaN(z) ? z : Math.clamp(z, -CLIP, CLIP);
            scale.learn(difference);
        }
        return momenta;
    }

    private static double median(double[] values, int from, int to) {
        double[] ascending = Arrays.copyOfRange(values, from, to);
        Arrays.sort(ascending);
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }

    /// The momentum of the last print strictly before a second, where that print is at most as old as given;
    /// else NaN.
    ///
    /// @param oldest in seconds
    double before(long second, double oldest) {
        int position = Arrays.binarySearch(seconds, second);
        int last = position < 0 ? -position - 2 : position - 1;
        while (last >= 0 && seconds[last] == second) {
            last--;
        }
        return last < 0 || second - seconds[last] > oldest ? Double.NaN : values[last];
    }

    /// The second of the last print; [Long#MIN_VALUE] without one.
    long last() {
        return seconds.length == 0 ? Long.MIN_VALUE : seconds[seconds.length - 1];
    }

    /// The second of the first print; [Long#MAX_VALUE] without one.
    long first() {
        return seconds.length == 0 ? Long.MAX_VALUE : seconds[0];
    }
}
