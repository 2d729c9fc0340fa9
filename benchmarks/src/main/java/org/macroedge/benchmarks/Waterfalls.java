package org.macroedge.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.waterfall.WaterfallPart;
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

/// The parts of the change of one bias over a span of days up to the last release.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@NullUnmarked
public class Waterfalls {

    /// The file written by `macro-edge export surprises`.
    @Param("surprises.csv")
    public String surprises;

    /// The catalogue folder.
    @Param("catalogue")
    public String catalogue;

    /// A currency pair reads two regions, an index fewer.
    @Param("EURUSD")
    public String instrument;

    @Param({"23", "91", "365"})
    public int days;

    private BiasModel model;
    private int chosen;
    private Instant to;

    @Setup
    public void read() {
        ArchiveInput input = ArchiveInput.read(Path.of(surprises), Path.of(catalogue));
        model = input.model();
        chosen = model.instruments().stream()
                .map(traded -> traded.id().value())
                .toList()
                .indexOf(instrument);
        to = Instant.ofEpochSecond(input.seconds()[input.seconds().length - 1]);
        System.out.println(parts().size() + " parts in " + days + " days");
    }

    @Benchmark
    public List<WaterfallPart> parts() {
        return model.change(chosen, to.minus(Duration.ofDays(days)), to);
    }
}
