package org.macroedge.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.bias.BiasModel;
import org.openjdk.jmh.annotations.AuxCounters;
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

/// The full history of the archive once, four and sixteen times as long: contributions added per nanosecond.
///
/// A history of sixteen archives is an answer of 100 MB. The heap is fixed, and so large that collecting such answers
/// costs little: what is compared is the computation, with the allocation of its result.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms4g", "-Xmx4g", "-Xmn3g", "-XX:+AlwaysPreTouch"})
@NullUnmarked
public class Growth {

    /// The file written by `macro-edge export surprises`.
    @Param("surprises.csv")
    public String surprises;

    /// The catalogue folder.
    @Param("catalogue")
    public String catalogue;

    /// How often the archive is repeated.
    @Param({"1", "4", "16"})
    public int times;

    private long[] seconds;
    private BiasModel model;
    private long perHistory;

    /// Counts what was added up.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted {

        /// Contributions, all instruments and instants.
        public long contributions;
    }

    @Setup
    public void read() {
        ArchiveInput input =
                ArchiveInput.read(Path.of(surprises), Path.of(catalogue)).repeated(times);
        seconds = input.seconds();
        model = input.model();
        perHistory = LiveContributions.count(input);
    }

    @Benchmark
    public double[][] history(Counted counted) {
        counted.contributions += perHistory;
        return model.history(seconds);
    }
}
