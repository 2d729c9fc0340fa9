package org.macroedge.benchmarks;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedInstant;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.FlipMap;
import org.macroedge.engine.scenario.InstrumentFlips;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.scenario.LabelFlip;
import org.macroedge.engine.scenario.ReleaseFlips;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Label;

/// How often the surprises that flip maps named came, against their stated probability, in the last 200 weeks of an
/// archive. Each map is of a Monday at midnight UTC, with the releases of its week and their forecasts.
///
/// Of a flip, *reached* counts that the release was at its first value or beyond, and *changed* that the label was then
/// another than a second before, whatever else came at that instant and until then. A release and its flips for several
/// instruments count several times, so that the counts are not independent.
public final class FlipReliability {

    private static final int WEEKS = 200;
    private static final Duration WEEK = Duration.ofDays(7);
    /// 5 January 1970 was a Monday.
    private static final long FIRST_MONDAY = 4 * 86_400L;

    private static final double[] BINS = {0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 1};
    private static final double NEAR = 1;

    private final KnownInputs inputs;
    private final BiasModel model;
    private final Map<Instant, Map<InstrumentId, Label>> labels = new HashMap<>();
    private final Map<Double, Count> byProbability = new TreeMap<>();
    private final Count near = new Count();

    private FlipReliability(ArchiveInput input) {
        this.inputs = new KnownInputs(input.indicators(), input.instruments(), input.weights(), input.surprises());
        this.model = input.model();
    }

    /// How often a flip was named, and came.
    private static final class Count {
        private int flips;
        private double stated;
        private int reached;
        private int changed;

        void add(double probability, boolean isReached, boolean isChanged) {
            flips++;
            stated += probability;
            reached += isReached ? 1 : 0;
            changed += isChanged ? 1 : 0;
        }

        @Override
        public String toString() {
            return "%,8d %8.1f%% %8.1f%% %8.1f%%"
                    .formatted(flips, 100 * stated / flips, 100.0 * reached / flips, 100.0 * changed / flips);
        }
    }

    /// @param arguments the file written by `macro-edge export surprises`, and the catalogue folder
    public static void main(String[] arguments) {
        new FlipReliability(ArchiveInput.read(Path.of(arguments[0]), Path.of(arguments[1]))).print();
    }

    private void print() {
        long last = releases()
                .mapToLong(release -> release.releasedAt().getEpochSecond())
                .max()
                .orElseThrow();
        long week = WEEK.toSeconds();
        long monday = last - Math.floorMod(last - FIRST_MONDAY, week);
        for (int back = WEEKS; back >= 1; back--) {
            count(Instant.ofEpochSecond(monday - back * week));
        }
        System.out.println("  probability      flips    stated   reached   changed");
        byProbability.forEach((bin, count) -> System.out.printf("  up to %3.0f%%   %s%n", 100 * bin, count));
        System.out.printf("  within 1 \u03c3   %s%n", near);
    }

    private Stream<ObservedRelease> releases() {
        return inputs.surprises().values().stream().flatMap(List::stream).map(StandardisedSurprise::release);
    }

    private void count(Instant asOf) {
        Map<Instant, List<AssumedRelease>> coming = new TreeMap<>();
        Map<String, BigDecimal> actuals = new HashMap<>();
        releases()
                .filter(release -> release.releasedAt().isAfter(asOf)
                        && !release.releasedAt().isAfter(asOf.plus(WEEK))
                        && !release.forecasts().isEmpty())
                .forEach(release -> {
                    actuals.put(release.releaseId().value(), release.actual());
                    coming.computeIfAbsent(release.releasedAt(), at -> new ArrayList<>())
                            .add(new AssumedRelease(
                                    release.releaseId(), release.indicator(), release.forecasts(), Figure.EXPECTED));
                });
        List<AssumedInstant> instants = coming.entrySet().stream()
                .map(entry -> new AssumedInstant(entry.getKey(), entry.getValue(), List.of()))
                .toList();
        for (ReleaseFlips release : FlipMap.of(inputs, asOf, instants).releases()) {
            BigDecimal actual = Objects.requireNonNull(
                    actuals.get(release.surprise().release().releaseId().value()));
            release.instruments().forEach(instrument -> count(release, instrument, actual));
        }
    }

    private void count(ReleaseFlips release, InstrumentFlips instrument, BigDecimal actual) {
        InstrumentId id = instrument.instrument().id();
        Instant before = release.releasedAt().minusSeconds(1);
        boolean isChanged =
                labels.computeIfAbsent(release.releasedAt(), this::labels).get(id)
                        != labels.computeIfAbsent(before, this::labels).get(id);
        for (LabelFlip flip : instrument.flips()) {
            if (flip.probability() == null || flip.firstValue() == null) {
                continue;
            }
            boolean isHigher = flip.firstValue()
                            .compareTo(Objects.requireNonNull(release.surprise().forecast())
                                    .value())
                    > 0;
            boolean isReached =
                    isHigher ? actual.compareTo(flip.firstValue()) >= 0 : actual.compareTo(flip.firstValue()) <= 0;
            double bin = 1;
            for (int index = BINS.length - 1; index >= 0; index--) {
                bin = flip.probability() <= BINS[index] ? BINS[index] : bin;
            }
            byProbability.computeIfAbsent(bin, key -> new Count()).add(flip.probability(), isReached, isChanged);
            if (flip.distance() <= NEAR) {
                near.add(flip.probability(), isReached, isChanged);
            }
        }
    }

    private Map<InstrumentId, Label> labels(Instant at) {
        Map<InstrumentId, Label> labels = new HashMap<>();
        for (InstrumentBias bias : model.at(at)) {
            if (bias.label() != null) {
                labels.put(bias.instrument().id(), bias.label());
            }
        }
        return labels;
    }
}
