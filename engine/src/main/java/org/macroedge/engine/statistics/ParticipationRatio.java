package org.macroedge.engine.statistics;

import java.util.ArrayList;
import java.util.List;

/// How many independent series would vary as a set of series does: (Σλ)² / Σλ² over the eigenvalues λ of their
/// correlation matrix. It is N for N uncorrelated series and 1 for N that move as one.
///
/// The trace of a correlation matrix is N, and the sum of its squared eigenvalues is that of its squared elements, so
/// the ratio is N² / Σᵢⱼ rᵢⱼ², and no eigenvalue is computed. Source: Bell and Dean, "Atomic vibrations in vitreous
/// silica", Discussions of the Faraday Society 50 (1970), where the ratio measures how many atoms take part.
///
/// @param effective from 1 to `series`
/// @param series the number of series that vary
/// @param observations of each series
public record ParticipationRatio(double effective, int series, int observations) {

    /// The ratio of Pearson's correlations.
    ///
    /// @param rows series of equal length; one that holds a NaN or does not vary is left out
    /// @return with NaN and 0 series where no series varies
    public static ParticipationRatio of(List<double[]> rows) {
        int observations = rows.isEmpty() ? 0 : rows.getFirst().length;
        List<double[]> standardised = new ArrayList<>();
        for (double[] row : rows) {
            double[] unit = unit(row);
            if (unit.length > 0) {
                standardised.add(unit);
            }
        }
        int count = standardised.size();
        double squares = 0;
        for (double[] first : standardised) {
            for (double[] second : standardised) {
                double correlation = product(first, second);
                squares += correlation * correlation;
            }
        }
        return new ParticipationRatio((double) count * count / squares, count, observations);
    }

    /// The deviations from the mean, scaled to length 1; empty where they are all 0 or a value is no number.
    private static double[] unit(double[] row) {
        double mean = 0;
        for (double value : row) {
            mean += value;
        }
        mean /= row.length;
        double[] deviations = new double[row.length];
        double squares = 0;
        for (int index = 0; index < row.length; index++) {
            deviations[index] = row[index] - mean;
            squares += deviations[index] * deviations[index];
        }
        if (!(squares > 0)) {
            return new double[0];
        }
        double length = Math.sqrt(squares);
        for (int index = 0; index < row.length; index++) {
            deviations[index] /= length;
        }
        return deviations;
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int index = 0; index < first.length; index++) {
            sum += first[index] * second[index];
        }
        return sum;
    }
}
