package org.macroedge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.switching.SwitchingErrors;
import org.macroedge.engine.switching.SwitchingEstimate;
import org.macroedge.engine.switching.SwitchingLevel;
import org.macroedge.engine.switching.SwitchingModel;
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

/// Hamilton's model of US real GNP, two means with AR(4), fitted from the engine's own starts.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@NullUnmarked
public class SwitchingFits {

    private static final SwitchingModel HAMILTON = new SwitchingModel(2, 4, SwitchingLevel.MEAN, false);

    /// Lines `case,value`, of which those of the case `hamilton` are taken.
    @Param("switching-series.csv")
    public String file;

    private double[] series;

    @Setup
    public void read() throws IOException {
        series = Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith("hamilton,"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
        System.out.println("log-likelihood " + estimate().logLikelihood());
    }

    private SwitchingEstimate estimate() {
        return ((SwitchingEstimate.Found) SwitchingEstimate.of(HAMILTON, series)).estimate();
    }

    @Benchmark
    public SwitchingEstimate estimateAlone() {
        return estimate();
    }

    @Benchmark
    public SwitchingErrors.Result withStandardErrors() {
        return SwitchingErrors.of(estimate(), series);
    }
}
