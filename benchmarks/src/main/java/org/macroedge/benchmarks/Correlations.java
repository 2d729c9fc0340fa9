package org.macroedge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.macroedge.engine.correlation.CorrelationMatrix;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.engine.correlation.PairCorrelation;
import org.macroedge.engine.correlation.SeriesTable;
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

/// The correlations of all pairs of many series, each with its effective number and interval; and the whole answer:
/// pairs, order, shrinkage and components.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@NullUnmarked
public class Correlations {

    /// A line for each row, with a cell for each series; empty where missing.
    @Param("series.csv")
    public String file;

    /// The first of so many equal parts of the rows are taken.
    @Param("1")
    public int every;

    private SeriesTable table;

    @Setup
    public void read() throws IOException {
        List<String[]> rows;
        try (var lines = Files.lines(Path.of(file))) {
            List<String[]> all = lines.map(line -> line.split(",", -1)).toList();
            rows = all.subList(0, all.size() / every);
        }
        Map<String, Map<Long, Double>> series = new HashMap<>();
        for (int column = 0; column < rows.getFirst().length; column++) {
            Map<Long, Double> values = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                if (!rows.get(row)[column].isEmpty()) {
                    values.put((long) row, Double.valueOf(rows.get(row)[column]));
                }
            }
            series.put("s%04d".formatted(column), values);
        }
        table = SeriesTable.of(LongStream.range(0, rows.size()).boxed().toList(), series);
        double sum = 0;
        for (PairCorrelation[] pairs :
                PairCorrelation.ofAll(table, CorrelationMethod.PEARSON, PairCorrelation.FEWEST)) {
            for (PairCorrelation pair : pairs) {
                sum += Math.abs(pair.value());
            }
        }
        System.out.println("sum of sizes " + sum);
    }

    @Benchmark
    public PairCorrelation[][] pairs() {
        return PairCorrelation.ofAll(table, CorrelationMethod.PEARSON, PairCorrelation.FEWEST);
    }

    @Benchmark
    public CorrelationMatrix matrix() {
        return CorrelationMatrix.of(table, CorrelationMethod.PEARSON, PairCorrelation.FEWEST);
    }
}
