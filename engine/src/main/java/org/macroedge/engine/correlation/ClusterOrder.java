package org.macroedge.engine.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// An order of series in which those that move together are neighbours: average linkage of the distance √((1 −
/// r)/2).
///
/// Each series starts as a group. The two groups with the smallest mean distance between their members join,
/// until one is left; the group that holds the lower index comes first. Equal distances join the pair with the
/// lower indices, so that the order depends on the matrix alone. A correlation that is NaN counts as 0,
/// "nothing known in common".
///
/// O(p³) time, O(p²) memory. Thread-safe. Sources: Mantegna (1999), *Hierarchical structure in financial
/// markets*, European Physical Journal B 11, p. 193–197 (distance); Sokal and Michener (1958), University of
/// Kansas Science Bulletin 38, p. 1409–1438 (average linkage).
public final class ClusterOrder {

    private ClusterOrder() {}

    /// @param correlations symmetric, each in [−1, 1] or NaN
    /// @return the indices of the series, each once
    public static List<Integer> of(double[][] correlations) {
        double[][] distances = new double[correlations.length][correlations.length];
        List<List<Integer>> groups = new ArrayList<>();
        for (int row = 0; row < correlations.length; row++) {
            groups.add(List.of(row));
            for (int column = 0; column < correlations.length; column++) {
                double correlation = Double.isNaN(correlations[row][column]) ? 0 : correlations[row][column];
                distances[row][column] = Math.sqrt((1 - correlation) / 2);
            }
        }
        List<Integer> live =
                new ArrayList<>(IntStream.range(0, correlations.length).boxed().toList());
        while (live.size() > 1) {
            join(nearest(distances, live), distances, groups, live);
        }
        return live.isEmpty() ? List.of() : groups.getFirst();
    }

    private record Join(int first, int second) {}

    private static Join nearest(double[][] distances, List<Integer> live) {
        Join nearest = new Join(live.get(0), live.get(1));
        for (int first : live) {
            for (int second : live) {
                if (first < second && distances[first][second] < distances[nearest.first()][nearest.second()]) {
                    nearest = new Join(first, second);
                }
            }
        }
        return nearest;
    }

    private static void join(Join join, double[][] distances, List<List<Integer>> groups, List<Integer> live) {
        int first = join.first();
        int second = join.second();
        double firstSize = groups.get(first).size();
        double secondSize = groups.get(second).size();
        for (int other : live) {
            double mean = (firstSize * distances[first][other] + secondSize * distances[second][other])
                    / (firstSize + secondSize);
            distances[first][other] = mean;
            distances[other][first] = mean;
        }
        List<Integer> members = new ArrayList<>(groups.get(first));
        members.addAll(groups.get(second));
        groups.set(first, List.copyOf(members));
        live.remove((Integer) second);
    }
}
