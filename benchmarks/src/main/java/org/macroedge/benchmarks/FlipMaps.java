package org.macroedge.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedInstant;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.FlipMap;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The flips of every instrument by the last 120 releases of the sample or an archive, as they were expected, with
/// everything before them known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@NullUnmarked
public class FlipMaps {

    private static final int RELEASES = 120;

    /// The file written by `macro-edge export surprises`.
    @Param("surprises.csv")
    public String surprises;

    /// The catalogue folder.
    @Param("catalogue")
    public String catalogue;

    private KnownInputs inputs;
    private Instant asOf;
    private List<AssumedInstant> scheduled;
    private List<AssumedInstant> expected;

    @Setup
    public void read() {
        ArchiveInput input = ArchiveInput.read(Path.of(surprises), Path.of(catalogue));
        inputs = new KnownInputs(input.indicators(), input.instruments(), input.weights(), input.surprises());
        List<ObservedRelease> last = last(input);
        asOf = last.getFirst().releasedAt().minusSeconds(1);
        Map<Instant, List<AssumedRelease>> known = new TreeMap<>();
        Map<Instant, List<AssumedRelease>> unknown = new TreeMap<>();
        last.forEach(release -> {
            ReleaseId id = release.releaseId();
            known.computeIfAbsent(release.releasedAt(), at -> new ArrayList<>())
                    .add(new AssumedRelease(id, release.indicator(), release.forecasts(), Figure.EXPECTED));
            unknown.computeIfAbsent(release.releasedAt(), at -> new ArrayList<>())
                    .add(new AssumedRelease(id, release.indicator(), List.of(), Figure.EXPECTED));
        });
        scheduled = known.entrySet().stream()
                .map(entry -> new AssumedInstant(entry.getKey(), entry.getValue(), List.of()))
                .toList();
        expected = unknown.entrySet().stream()
                .map(entry -> new AssumedInstant(entry.getKey(), List.of(), entry.getValue()))
                .toList();
        System.out.println(last.size() + " releases at " + scheduled.size() + " instants after " + asOf + ", "
                + input.instruments().size() + " instruments");
    }

    /// The last releases with a forecast, of one indicator at one instant each.
    private static List<ObservedRelease> last(ArchiveInput input) {
        List<ObservedRelease> latestFirst = input.surprises().values().stream()
                .flatMap(List::stream)
                .map(StandardisedSurprise::release)
                .filter(release -> !release.forecasts().isEmpty())
                .sorted(Comparator.comparing(ObservedRelease::releasedAt).reversed())
                .toList();
        List<ObservedRelease> taken = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (ObservedRelease release : latestFirst) {
            if (taken.size() == RELEASES) {
                break;
            }
            if (seen.add(release.indicator() + " " + release.releasedAt())) {
                taken.add(release);
            }
        }
        return taken.reversed();
    }

    /// With a forecast, all releases of an instant together.
    @Benchmark
    public FlipMap scheduled() {
        return FlipMap.of(inputs, asOf, scheduled);
    }

    /// Without a forecast, each release alone: as many scenarios as releases.
    @Benchmark
    public FlipMap expected() {
        return FlipMap.of(inputs, asOf, expected);
    }
}
