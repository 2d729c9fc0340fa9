package org.macroedge.engine.regime;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.BoundedSigmaEstimator;
import org.macroedge.engine.vocabulary.IndicatorId;

/// The composite of one axis at each month-end: the importance-weighted mean of its members' [PrintMomentum],
/// divided by the [BoundedSigmaEstimator] of its own strictly earlier values (start 12, half-life 60 months).
///
/// There is one where members with a momentum hold at least half the importance of those in force. A momentum
/// serves for three periods after its print, so that a series which stopped does not decide. A print at exactly
/// 24:00 UTC of the month's last day belongs to the next month. Immutable and thread-safe.
final class RegimeComposite {

    private static final double LEAST_PRESENT = 0.5;
    private static final double PERIODS_OF_A_PRINT = 3;
    private static final double SECONDS_A_DAY = 86_400;
    private static final int START = 12;
    private static final double HALF_LIFE = 60;

    /// A tenth of the members' own scales: below it, the mean of an axis that does not move would be divided by
    /// noise.
    private static final double FLOOR = 0.1;

    private final List<Indicator> members;
    private final List<PrintMomentum> momenta;

    /// @param members ascending by id
    /// @param releases per indicator, in any order; an indicator without any may be absent
    RegimeComposite(List<Indicator> members, Map<IndicatorId, List<ObservedRelease>> releases) {
        this.members = members;
        this.momenta = members.stream()
                .map(member -> PrintMomentum.of(member, releases.getOrDefault(member.id(), List.of())))
                .toList();
    }

    /// The second of the first print of any member; [Long#MAX_VALUE] without one.
    long first() {
        return momenta.stream().mapToLong(PrintMomentum::first).min().orElse(Long.MAX_VALUE);
    }

    /// The last second at which a print of any member serves; [Long#MIN_VALUE] without one.
    long lastServed() {
        long last = Long.MIN_VALUE;
        for (int row = 0; row < members.size(); row++) {
            long print = momenta.get(row).last();
            if (print != Long.MIN_VALUE) {
                last = Math.max(last, print + (long) Math.ceil(oldest(row, print)));
            }
        }
        return last;
    }

    /// One value per month, NaN where there is none.
    ///
    /// @param months ascending, one after the other
    double[] over(List<YearMonth> months) {
        BoundedSigmaEstimator scale = new BoundedSigmaEstimator(FLOOR, START, HALF_LIFE);
        double[] values = new double[months.size()];
        Arrays.setAll(values, position -> {
            double mean = mean(end(months.get(position)));
            if (Double.isNaN(mean)) {
                return Double.NaN;
            }
            double value = mean / scale.sigma();
            scale.learn(mean);
            return value;
        });
        return values;
    }

    private double mean(long second) {
        List<RegimeMember> found = inForce(second);
        double sum = 0;
        int present = 0;
        int inForce = 0;
        for (RegimeMember member : found) {
            int importance = member.indicator().importance();
            Double momentum = member.momentum();
            inForce += importance;
            if (momentum != null) {
                sum += importance * momentum;
                present += importance;
            }
        }
        return inForce > 0 && present >= LEAST_PRESENT * inForce ? sum / present : Double.NaN;
    }

    /// What is behind the value of a month, ascending by indicator id: the members in force.
    List<RegimeMember> members(YearMonth month) {
        return inForce(end(month));
    }

    /// The members in force, with their shares of the importance that has a momentum.
    private List<RegimeMember> inForce(long second) {
        List<RegimeMember> found = new ArrayList<>();
        double present = 0;
        for (int row = 0; row < members.size(); row++) {
            Indicator member = members.get(row);
            if (isInForce(member, second)) {
                double momentum = momentum(row, second);
                boolean missing = Double.isNaN(momentum);
                present += missing ? 0 : member.importance();
                found.add(new RegimeMember(member, missing ? null : momentum, 0));
            }
        }
        double total = present;
        return found.stream()
                .map(member -> member.momentum() == null
                        ? member
                        : new RegimeMember(
                                member.indicator(),
                                member.momentum(),
                                member.indicator().importance() / total))
                .toList();
    }

    private double momentum(int row, long second) {
        return momenta.get(row).before(second, oldest(row, second));
    }

    /// How old a print of a member may be at a second, in seconds.
    private double oldest(int row, long second) {
        return PERIODS_OF_A_PRINT * members.get(row).periodDays(second) * SECONDS_A_DAY;
    }

    private static boolean isInForce(Indicator member, long second) {
        return member.validFromSecond() < second && second <= member.validToSecond();
    }

    /// 24:00 UTC of a month's last day.
    static long end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
