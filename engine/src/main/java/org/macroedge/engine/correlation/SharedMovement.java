package org.macroedge.engine.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.macroedge.engine.correlation.CorrelationComponent.Loading;
import org.macroedge.engine.statistics.ParticipationRatio;

/// How many independent series a set of series amounts to, and what the first components consist of.
///
/// Series that have a value in at least half of the rows take part, and of these, rows in which all have one. The
/// columns, of Spearman's method their ranks in these rows, are standardised, so that [LedoitWolf] shrinks their
/// correlation matrix towards the identity: the diagonal stays 1, and the matrix is positive semi-definite. Components
/// are the eigenvectors of the shrunk matrix; [ParticipationRatio] measures the matrix before shrinkage.
///
/// @param names of the series that take part, in ascending order
/// @param observations rows in which all of them have a value
/// @param intensity of the shrinkage, in [0, 1]
/// @param matrix the shrunk correlations of `names`; the caller must not change it
/// @param effective from 1 to the number of series
/// @param components at most three, by descending share
public record SharedMovement(
        List<String> names,
        int observations,
        double intensity,
        double[][] matrix,
        double effective,
        List<CorrelationComponent> components) {

    private static final int COMPONENTS = 3;
    private static final int MEMBERS = 5;

    /// Weights that differ by less are of one size, whatever the rounding of the eigenvectors.
    private static final double GRAIN = 1e9;

    /// A result, or the cause why there is none. Exactly one is present.
    public sealed interface Result {}

    /// @param movement of the series that take part
    public record Found(SharedMovement movement) implements Result {}

    /// @param cause too few complete rows, or no series that varies in them
    /// @param series how many have a value in at least half of the rows
    /// @param observations rows in which all of these have one
    public record NotFound(NoCorrelation cause, int series, int observations) implements Result {}

    /// @param fewest complete rows asked for, at least 2
    public static Result of(SeriesTable table, CorrelationMethod method, int fewest) {
        List<Integer> dense = IntStream.range(0, table.names().size())
                .filter(index -> table.rows() > 0 && 2 * table.observations(index) >= table.rows())
                .boxed()
                .toList();
        List<double[]> columns = dense.isEmpty() ? List.of() : table.complete(dense);
        int rows = columns.isEmpty() ? 0 : columns.getFirst().length;
        if (rows < fewest) {
            return new NotFound(NoCorrelation.TOO_FEW_OBSERVATIONS, dense.size(), rows);
        }
        List<String> names = new ArrayList<>();
        List<double[]> varying = new ArrayList<>();
        Ranks ranks = new Ranks();
        for (int index = 0; index < dense.size(); index++) {
            method.prepare(columns.get(index), rows, ranks);
            if (standardise(columns.get(index))) {
                names.add(table.names().get(dense.get(index)));
                varying.add(columns.get(index));
            }
        }
        return names.isEmpty()
                ? new NotFound(NoCorrelation.CONSTANT, dense.size(), rows)
                : new Found(of(List.copyOf(names), varying, rows));
    }

    private static SharedMovement of(List<String> names, List<double[]> columns, int rows) {
        LedoitWolf shrunk = LedoitWolf.of(columns);
        double[][] matrix = shrunk.matrix();
        for (int index = 0; index < matrix.length; index++) {
            matrix[index][index] = 1;
        }
        SymmetricEigenvalues eigenvalues = SymmetricEigenvalues.of(matrix);
        List<CorrelationComponent> components = new ArrayList<>();
        for (int rank = 0; rank < Math.min(COMPONENTS, names.size()); rank++) {
            double share = Math.clamp(eigenvalues.values()[rank] / names.size(), 0, 1);
            components.add(
                    new CorrelationComponent(share, members(names, eigenvalues.vectors()[rank])));
        }
        double effective = ParticipationRatio.of(columns).effective();
        return new SharedMovement(names, rows, shrunk.intensity(), matrix, effective, List.copyOf(components));
    }

    private static List<Loading> members(List<String> names, double[] vector) {
        return IntStream.range(0, vector.length)
                .mapToObj(index -> new Loading(names.get(index), vector[index]))
                .sorted(Comparator.comparingLong((Loading loading) -> -Math.round(Math.abs(loading.weight()) * GRAIN))
                        .thenComparing(Loading::name))
                .limit(MEMBERS)
                .toList();
    }

    /// @return whether the column varies; it then has mean 0 and variance 1, with n
    private static boolean standardise(double[] column) {
        if (!CommonRows.centre(column, column.length)) {
            return false;
        }
        double squares = 0;
        for (double deviation : column) {
            squares += deviation * deviation;
        }
        double scale = Math.sqrt(column.length / squares);
        for (int row = 0; row < column.length; row++) {
            column[row] *= scale;
        }
        return true;
    }
}
