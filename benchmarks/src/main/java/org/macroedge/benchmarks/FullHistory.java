package org.macroedge.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.bias.BiasModel;
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

/// Z of every instrument at every release instant and close of an archive.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@NullUnmarked
public class FullHistory {

    /// The file written by `macro-edge export surprises`.
    @Param("surprises.csv")
    public String surprises;

    /// The catalogue folder.
    @Param("catalogue")
    public String catalogue;

    private ArchiveInput input;
    private BiasModel model;

    @Setup
    public void read() {
        input = ArchiveInput.read(Path.of(surprises), Path.of(catalogue));
        model = input.model();
    }

    /// The sums alone: the weights stand ready, as they do for the peers.
    @Benchmark
    public double[][] history() {
        return model.history(input.seconds());
    }

    /// From the standardised surprises on: the signals' order, the weights of every epoch, then the sums.
    @Benchmark
    public double[][] modelAndHistory() {
        return input.model().history(input.seconds());
    }
}
