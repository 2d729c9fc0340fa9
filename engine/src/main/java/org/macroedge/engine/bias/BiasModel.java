package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.numeric.HalfLife;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;

/// The bias of every instrument, at any instant: Z = Σ c with c = (w/S)·s, added in ascending indicator id. In mode
/// `sum` the signal s of an indicator is that of several releases, each of which has its own contribution.
///
/// A release at exactly the instant counts; a later one never does, so cutting the input at an instant leaves the
/// answer at that instant unchanged to the bit. Immutable and thread-safe.
public final class BiasModel {

    private final List<Instrument> instruments;
    private final List<SignalSeries> series;
    private final List<List<ScheduledRelease>> schedules;
    private final WeightTable table;
    private final WeightTimeline timeline;
    private final WeightSet weights;

    /// @param indicators in any order, each id once
    /// @param surprises per indicator, ascending by release instant; an indicator without any may be absent
    /// @param schedules per indicator; one without any may be absent
    public BiasModel(
            List<Indicator> indicators,
            List<Instrument> instruments,
            WeightSet weights,
            Map<IndicatorId, List<StandardisedSurprise>> surprises,
            Map<IndicatorId, List<ScheduledRelease>> schedules) {
        Map<Frequency, HalfLife> halfLives = new EnumMap<>(Frequency.class);
        weights.halfLives().forEach((frequency, days) -> halfLives.put(frequency, new HalfLife(days)));
        List<Indicator> ascending =
                indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
        this.instruments = List.copyOf(instruments);
        this.series = ascending.stream()
                .map(indicator -> new SignalSeries(
                        indicator,
                        weights.mode(),
                        java.util.Objects.requireNonNull(halfLives.get(indicator.frequency())),
                        surprises.getOrDefault(indicator.id(), List.of())))
                .toList();
        this.schedules = ascending.stream()
                .map(indicator -> schedules.getOrDefault(indicator.id(), List.of()).stream()
                        .filter(schedule -> schedule.capturedAt() != null)
                        .toList())
                .toList();
        this.weights = weights;
        this.table = new WeightTable(
                ascending, series.stream().map(SignalSeries::halfLife).toList(), this.instruments, weights);
        this.timeline = new WeightTimeline(
                table, series.stream().mapToLong(SignalSeries::activeFrom).toArray());
    }

    /// The instruments, in the order of every answer.
    public List<Instrument> instruments() {
        return instruments;
    }

    /// The bias of every instrument at an instant, with its reasons.
    public List<InstrumentBias> at(Instant instant) {
        long second = instant.getEpochSecond();
        WeightTable.Epoch epoch = timeline.at(second);
        return IntStream.range(0, instruments.size())
                .mapToObj(instrument -> bias(instrument, epoch, second))
                .toList();
    }

    /// The surprises of each region and category at an instant, without exposure or direction.
    public List<HeatCell> heatMap(Instant instant) {
        return HeatMap.at(series, table.shares(instant.getEpochSecond()), weights, instant.getEpochSecond());
    }

    /// Z of every instrument at many instants.
    ///
    /// @param seconds since 1970-01-01T00:00Z, ascending
    /// @return one array per instrument, one value per instant; NaN where there is no history
    public double[][] history(long[] seconds) {
        return new BiasHistory(series, timeline, instruments.size()).compute(ascending(seconds));
    }

    /// The state at an instant, to go on from with each release as it arrives.
    public LiveBias live(Instant instant) {
        return new LiveBias(table, series, instant.getEpochSecond());
    }

    /// Bias and confidence of some instruments at many instants, each point to the bits of [#at].
    ///
    /// @param chosen positions in [#instruments]
    /// @param seconds since 1970-01-01T00:00Z, ascending
    /// @return in the order of `chosen`
    public List<BiasPoints> points(int[] chosen, long[] seconds) {
        return new ConfidenceHistory(series, schedules, timeline).compute(instruments, chosen, ascending(seconds));
    }

    private static long[] ascending(long[] seconds) {
        for (int at = 1; at < seconds.length; at++) {
            if (seconds[at] < seconds[at - 1]) {
                throw new IllegalArgumentException("second " + seconds[at] + " comes after " + seconds[at - 1]
                        + "; the instants of a history ascend");
            }
        }
        return seconds;
    }

    /// Whether any of these indicators has a weight for an instrument, so that a change of theirs can change its
    /// bias.
    ///
    /// @param instrument its position in [#instruments]
    public boolean reads(int instrument, Set<IndicatorId> indicators) {
        return series.stream()
                .map(SignalSeries::indicator)
                .filter(indicator -> indicators.contains(indicator.id()))
                .anyMatch(indicator -> weights.unsharedWeight(instruments.get(instrument), indicator) != 0);
    }

    private InstrumentBias bias(int instrument, WeightTable.Epoch epoch, long second) {
        int[] indicators = epoch.inForce().indicators()[instrument];
        double[] weights = epoch.inForce().weights()[instrument];
        double[] unit = epoch.unit()[instrument];
        List<Contribution> contributions = new ArrayList<>();
        List<MissingIndicator> missing = new ArrayList<>();
        double total = 0;
        for (double weight : weights) {
            total += Math.abs(weight);
        }
        ConfidenceSum trust = new ConfidenceSum();
        double z = 0;
        for (int entry = 0; entry < unit.length; entry++) {
            int at = indicators[entry];
            double covered = Math.abs(weights[entry]);
            SignalSeries.Live live = series.get(at).live(second);
            if (live.any() && unit[entry] != 0) {
                for (int signal = live.first(); signal <= live.last(); signal++) {
                    contributions.add(contribution(at, signal, unit[entry], second));
                }
                trust.add(live, unit[entry], covered, late(at, live.last(), second));
                z += unit[entry] * live.sum();
            } else {
                missing.add(missing(at, covered / total, second));
            }
        }
        if (epoch.scale()[instrument] == 0) {
            return new InstrumentBias(
                    instruments.get(instrument),
                    null,
                    Confidence.NOTHING_LIVE,
                    InstrumentBias.Reason.NO_HISTORY,
                    List.of(),
                    List.copyOf(missing));
        }
        return new InstrumentBias(
                instruments.get(instrument),
                z,
                trust.confidence(total),
                contributions.isEmpty() ? InstrumentBias.Reason.NO_LIVE_SIGNAL : null,
                List.copyOf(contributions),
                List.copyOf(missing));
    }

    private Contribution contribution(int at, int signal, double weight, long second) {
        SignalSeries one = series.get(at);
        StandardisedSurprise surprise = one.surprise(signal);
        long age = one.age(signal, second);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(surprise.marks());
        if (one.superseded(signal, second)) {
            marks.add(Mark.SUPERSEDED);
        }
        return new Contribution(
                one.indicator(),
                surprise,
                weight,
                age,
                one.halfLife().decay(age),
                weight * one.signal(signal, second),
                marks);
    }

    private boolean late(int at, int signal, long second) {
        long releasedAt = second - series.get(at).age(signal, second);
        return Lateness.late(series.get(at).indicator(), schedules.get(at), releasedAt, second);
    }

    private MissingIndicator missing(int at, double weight, long second) {
        SignalSeries one = series.get(at);
        StandardisedSurprise newest = one.newestKnown(second);
        MissingIndicator.Reason reason = MissingIndicator.Reason.NO_RELEASE;
        if (one.inForce(second) != SignalSeries.NONE) {
            reason = MissingIndicator.Reason.ROLLED_OFF;
        } else if (newest != null) {
            reason = newest.reason() == StandardisedSurprise.Reason.NOTHING_EXPECTED
                    ? MissingIndicator.Reason.NOTHING_EXPECTED
                    : MissingIndicator.Reason.INSUFFICIENT_HISTORY;
        }
        return new MissingIndicator(one.indicator(), weight, reason);
    }

    private static final class ConfidenceSum {
        private double live;
        private double fresh;
        private double size;
        private double trusted;
        private double net;

        void add(SignalSeries.Live signal, double unit, double weight, boolean late) {
            live += weight;
            fresh += late ? 0 : weight;
            double absolute = Math.abs(unit) * signal.size();
            size += absolute;
            trusted += absolute * signal.quality();
            net += unit * signal.sum();
        }

        Confidence confidence(double total) {
            if (live == 0) {
                return Confidence.NOTHING_LIVE;
            }
            return Confidence.of(live / total, fresh / live, size, trusted, Math.abs(net));
        }
    }
}
