package org.macroedge.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.LiveBias;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// From one new release to the bias of every instrument: the last releases of the archive, each in its turn.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@NullUnmarked
public class NewRelease {

    private static final int RELEASES = 5_000;

    /// The file written by `macro-edge export surprises`.
    @Param("surprises.csv")
    public String surprises;

    /// The catalogue folder.
    @Param("catalogue")
    public String catalogue;

    private BiasModel model;
    private Instant start;
    private List<StandardisedSurprise> arriving;
    private double[] bias;

    @Setup
    public void read() {
        ArchiveInput input = ArchiveInput.read(Path.of(surprises), Path.of(catalogue));
        model = input.model();
        List<StandardisedSurprise> all = input.surprises().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(one -> one.release().releasedAt()))
                .toList();
        arriving = all.subList(all.size() - RELEASES, all.size());
        start = arriving.getFirst().release().releasedAt().minusSeconds(1);
        bias = new double[model.instruments().size()];
    }

    @Benchmark
    @OperationsPerInvocation(RELEASES)
    public void release(Blackhole hole) {
        LiveBias live = model.live(start);
        for (StandardisedSurprise one : arriving) {
            live.release(one);
            live.at(one.release().releasedAt().getEpochSecond(), bias);
            hole.consume(bias);
        }
    }
}
