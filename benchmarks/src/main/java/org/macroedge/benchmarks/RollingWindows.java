package org.macroedge.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.statistics.RollingStatistics;
import org.macroedge.engine.statistics.SurpriseSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
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

/// The statistics of the usable z of every indicator at each of its releases, over each window. Of several releases at
/// one instant, the first is taken.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@NullUnmarked
public class RollingWindows {

    /// The file written by `macro-edge export surprises`.
    @Param("surprises.csv")
    public String surprises;

    /// The catalogue folder.
    @Param("catalogue")
    public String catalogue;

    /// How often the releases are repeated, one after another.
    @Param("1")
    public int times;

    private List<List<StandardisedSurprise>> releases;

    @Setup
    public void read() {
        releases =
                ArchiveInput.read(Path.of(surprises), Path.of(catalogue)).repeated(times).surprises().values().stream()
                        .map(series -> series.stream()
                                .filter(surprise -> surprise.z() != null)
                                .toList())
                        .toList();
        System.out.println("sum " + windows());
    }

    private static List<StandardisedSurprise> oneOfEachInstant(List<StandardisedSurprise> series) {
        Set<Instant> instants = new HashSet<>();
        return series.stream()
                .filter(surprise ->
                        surprise.z() != null && instants.add(surprise.release().releasedAt()))
                .toList();
    }

    /// @return the sum of all statistics, so that other implementations can be compared
    @Benchmark
    public double windows() {
        double sum = 0;
        for (List<StandardisedSurprise> series : releases) {
            SurpriseSeries known = SurpriseSeries.of(series);
            for (StandardisedSurprise release : series) {
                for (int days : RollingStatistics.WINDOWS) {
                    sum += sum(known, release.release().releasedAt(), days);
                }
            }
        }
        return sum;
    }

    private static double sum(SurpriseSeries known, Instant at, int days) {
        RollingStatistics statistics = known.statistics(at, days);
        double deviation = statistics.standardDeviation() == null ? 0 : statistics.standardDeviation();
        return statistics.count()
                + statistics.mean()
                + deviation
                + statistics.sharePositive()
                + statistics.weightedMean();
    }
}
