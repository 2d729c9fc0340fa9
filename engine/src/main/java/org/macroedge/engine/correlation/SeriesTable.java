package org.macroedge.engine.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Values of several series at the same instants, in the order of names and of instants, whatever the order
/// they were given in. A missing value is NaN; 0 is a value.
///
/// Immutable: the arrays that it returns must not be changed.
public final class SeriesTable {

    private final List<String> names;
    private final long[] instants;
    private final double[][] columns;

    private SeriesTable(List<String> names, long[] instants, double[][] columns) {
        this.names = names;
        this.instants = instants;
        this.columns = columns;
    }

    /// @param series for each name its values by instant, in epoch seconds; an instant without an entry is
    /// missing
    /// @throws IllegalArgumentException where a value is infinite or NaN
    public static SeriesTable of(Map<String, ? extends Map<Long, Double>> series) {
        SortedMap<String, Map<Long, Double>> sorted = new TreeMap<>(series);
        SortedSet<Long> times = new TreeSet<>();
        sorted.values().forEach(values -> times.addAll(values.keySet()));
        long[] instants = times.stream().mapToLong(Long::longValue).toArray();
        double[][] columns = new double[sorted.size()][];
        int index = 0;
        for (Map.Entry<String, Map<Long, Double>> entry : sorted.entrySet()) {
            columns[index++] = column(entry.getKey(), entry.getValue(), instants);
        }
        return new SeriesTable(List.copyOf(sorted.keySet()), instants, columns);
    }

    private static double[] column(String name, Map<Long, Double> values, long[] instants) {
        double[] column = new double[instants.length];
        for (int row = 0; row < instants.length; row++) {
            Double value = values.get(instants[row]);
            if (value != null && !Double.isFinite(value)) {
                throw new IllegalArgumentException(name + ": " + value + " is not a finite value");
            }
            column[row] = value == null ? Double.NaN : value;
        }
        return column;
    }

    /// In ascending order.
    public List<String> names() {
        return names;
    }

    /// In ascending order, in epoch seconds.
    public long[] instants() {
        return instants;
    }

    public int rows() {
        return instants.length;
    }

    /// The values of the series at `index`, one for each instant.
    public double[] column(int index) {
        return columns[index];
    }

    /// The number of rows in which the series at `index` has a value.
    public int observations(int index) {
        return (int) Arrays.stream(columns[index])
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    /// The rows in which all the series at `indices` have values: for each series its values in these rows.
    public List<double[]> complete(List<Integer> indices) {
        int[] rows = rowsOf(indices);
        List<double[]> complete = new ArrayList<>();
        for (int index : indices) {
            double[] column = columns[index];
            complete.add(Arrays.stream(rows).mapToDouble(row -> column[row]).toArray());
        }
        return complete;
    }

    private int[] rowsOf(List<Integer> indices) {
        int[] rows = new int[instants.length];
        int count = 0;
        for (int row = 0; row < instants.length; row++) {
            boolean whole = true;
            for (int index : indices) {
                whole &= !Double.isNaN(columns[index][row]);
            }
            if (whole) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
