package org.macroedge.engine.correlation;

import java.util.List;

/// The covariance matrix of few observations, drawn towards a multiple of the identity by the share that
/// minimises the expected squared error.
///
/// With the columns centred, S = X′X/n, p series, μ = tr S / p: δ² = ‖S − μI‖² / p, β² = Σₖ ‖xₖxₖ′ − S‖² /
/// (p·n²), cut to δ², intensity = β²/δ², and the result is (1 − intensity)·S + intensity·μI. It is positive
/// definite where the intensity is above 0 and μ is, even with fewer rows than series. Where all eigenvalues of
/// S are equal, S is its own target and the intensity is 0; so it is for one series.
///
/// O(n·p²). Thread-safe. Source: Ledoit and Wolf (2004), *A well-conditioned estimator for large-dimensional
/// covariance matrices*, Journal of Multivariate Analysis 88, p. 365–411, lemmas 3.2 to 3.4.
///
/// @param intensity in [0, 1]
/// @param matrix symmetric, p × p; the caller must not change it
public record LedoitWolf(double intensity, double[][] matrix) {

    /// @param columns series of equal length without missing values
    /// @throws IllegalArgumentException where there is no series or no row
    public static LedoitWolf of(List<double[]> columns) {
        if (columns.isEmpty() || columns.getFirst().length == 0) {
            throw new IllegalArgumentException("a covariance needs at least one series and one row");
        }
        List<double[]> centred = columns.stream().map(LedoitWolf::centred).toList();
        double[][] sample = sample(centred);
        int series = columns.size();
        int rows = columns.getFirst().length;
        double mean = 0;
        for (int index = 0; index < series; index++) {
            mean += sample[index][index] / series;
        }
        double distance = 0;
        double fourth = 0;
        for (int row = 0; row < series; row++) {
            for (int column = 0; column < series; column++) {
                double offTarget = sample[row][column] - (row == column ? mean : 0);
                distance += offTarget * offTarget;
                fourth += spread(centred.get(row), centred.get(column), sample[row][column]);
            }
        }
        double error = Math.min(fourth / ((double) rows * rows), distance);
        return shrunk(sample, mean, distance > 0 ? error / distance : 0);
    }

    private static LedoitWolf shrunk(double[][] sample, double mean, double intensity) {
        double[][] matrix = new double[sample.length][sample.length];
        for (int row = 0; row < sample.length; row++) {
            for (int column = 0; column < sample.length; column++) {
                matrix[row][column] = (1 - intensity) * sample[row][column] + (row == column ? intensity * mean : 0);
            }
        }
        return new LedoitWolf(intensity, matrix);
    }

    private static double[] centred(double[] column) {
        double mean = 0;
        for (double value : column) {
            mean += value / column.length;
        }
        double[] deviations = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            deviations[row] = column[row] - mean;
        }
        return deviations;
    }

    private static double[][] sample(List<double[]> centred) {
        int series = centred.size();
        double[][] sample = new double[series][series];
        for (int row = 0; row < series; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = 0;
                double[] first = centred.get(row);
                double[] second = centred.get(column);
                for (int index = 0; index < first.length; index++) {
                    sum += first[index] * second[index];
                }
                sample[row][column] = sum / first.length;
                sample[column][row] = sample[row][column];
            }
        }
        return sample;
    }

    private static double spread(double[] first, double[] second, double covariance) {
        double sum = 0;
        for (int index = 0; index < first.length; index++) {
            double offSample = first[index] * second[index] - covariance;
            sum += offSample * offSample;
        }
        return sum;
    }
}
