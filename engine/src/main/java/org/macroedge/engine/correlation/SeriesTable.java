package org.macroedge.engine.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Values of several series in the same rows, in the order of names and of instants, whatever the order they
/// were given in. A row in which no series has a value is a row too: rows that follow each other in the table
/// follow each other in time. A missing value is NaN; 0 is a value.
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

    /// @param rows the instant of each row, in epoch seconds, those included in which no series has a value
    /// @param series for each name its values by instant; a row without an entry is missing
    /// @throws IllegalArgumentException where a value is infinite or NaN, or belongs to no row
    public static SeriesTable of(Collection<Long> rows, Map<String, ? extends Map<Long, Double>> series) {
        long[] instants =
                rows.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        SortedMap<String, Map<Long, Double>> sorted = new TreeMap<>(series);
        double[][] columns = new double[sorted.size()][];
        int index = 0;
        for (Map.Entry<String, Map<Long, Double>> entry : sorted.entrySet()) {
            columns[index++] = column(entry.getKey(), entry.getValue(), instants);
        }
        return new SeriesTable(List.copyOf(sorted.keySet()), instants, columns);
    }

    private static double[] column(String name, Map<Long, Double> values, long[] instants) {
        double[] column = new double[instants.length];
        Arrays.fill(column, Double.NaN);
        values.forEach((instant, value) -> {
            int row = Arrays.binarySearch(instants, instant);
            if (row < 0) {
                throw new IllegalArgumentException(name + ": the value at " + instant + " belongs to no row");
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + ": " + value + " is not a finite value");
            }
            column[row] = value;
        });
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

    /// The index of a series.
    ///
    /// @throws IllegalArgumentException where the table has no such series
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("series " + name + " is not in the table");
        }
        return index;
    }

    /// The values of the series at `index`, one for each instant.
    public double[] column(int index) {
        return columns[index];
    }

    /// The values of all series, in the order of their names.
    List<double[]> columns() {
        return List.of(columns);
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
