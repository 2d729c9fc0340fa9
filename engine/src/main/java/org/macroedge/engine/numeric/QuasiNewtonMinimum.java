package org.macroedge.engine.numeric;

/// A local minimum of a smooth function, by the method of Broyden, Fletcher, Goldfarb and Shanno.
///
/// The inverse Hessian starts as the identity, scaled by the first step, and takes a rank-two update at
/// each step; the step satisfies the weak conditions of Wolfe, found by bisection, so that the update stays
/// positive definite. It ends where every |gradient|·max(|x|, 1) is at most `tolerance`·max(|value|, 1).
/// O(d²) a step beside the function. A value that is not finite is taken as too far a step. The same
/// function and start give the same bits. Thread-safe.
///
/// Source: J. Nocedal and S. J. Wright (2006), *Numerical Optimization*, 2nd edition, p. 136–143; A. S.
/// Lewis and M. L. Overton (2013), *Nonsmooth optimization via quasi-Newton methods*, Mathematical
/// Programming 141, p. 135–163, section 3.
///
/// @param point the best one found; the caller must not change it
/// @param value of the function there; not finite where it is not at the start
/// @param steps taken
/// @param converged whether the gradient is as small as asked for
public record QuasiNewtonMinimum(double[] point, double value, int steps, boolean converged) {

    /// A function of several variables.
    public interface Smooth {

        /// @param gradient receives the derivatives where the value is finite
        double value(double[] point, double[] gradient);
    }

    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    /// Of one line; a step 2⁻⁴⁰ times the first one is lost in rounding.
    private static final int TRIALS = 40;

    /// @param tolerance above 0
    /// @param most steps
    public static QuasiNewtonMinimum of(Smooth function, double[] start, double tolerance, int most) {
        Search search = new Search(function, start);
        int steps = 0;
        while (steps < most && Double.isFinite(search.value) && !search.isFlat(tolerance) && search.step()) {
            steps++;
        }
        boolean converged = Double.isFinite(search.value) && search.isFlat(tolerance);
        return new QuasiNewtonMinimum(search.point, search.value, steps, converged);
    }

    private static final class Search {

        private final Smooth function;
        private final double[][] inverse;
        private final double[] direction;
        private final double[] gradient;
        private final double[] trial;
        private final double[] trialGradient;
        private final double[] point;
        private double value;
        private boolean first = true;

        Search(Smooth function, double[] start) {
            int size = start.length;
            this.function = function;
            this.inverse = new double[size][size];
            this.direction = new double[size];
            this.gradient = new double[size];
            this.trial = new double[size];
            this.trialGradient = new double[size];
            this.point = start.clone();
            this.value = function.value(point, gradient);
        }

        boolean isFlat(double tolerance) {
            double most = tolerance * Math.max(Math.abs(value), 1);
            for (int index = 0; index < point.length; index++) {
                if (!(Math.abs(gradient[index]) * Math.max(Math.abs(point[index]), 1) <= most)) {
                    return false;
                }
            }
            return true;
        }

        /// @return whether a step along the direction was found
        boolean step() {
            if (first) {
                scale(1 / Math.max(1, Math.sqrt(dot(gradient, gradient))));
            }
            for (int row = 0; row < point.length; row++) {
                direction[row] = -dot(inverse[row], gradient);
            }
            double reached = reach();
            if (Double.isNaN(reached)) {
                return false;
            }
            update();
            System.arraycopy(trial, 0, point, 0, point.length);
            System.arraycopy(trialGradient, 0, gradient, 0, point.length);
            value = reached;
            return true;
        }

        private void scale(double diagonal) {
            for (int row = 0; row < point.length; row++) {
                for (int column = 0; column < point.length; column++) {
                    inverse[row][column] = row == column ? diagonal : 0;
                }
            }
        }

        /// Moves `trial` to a point of sufficient decrease and curvature.
        ///
        /// @return its value; not a number where there is none
        private double reach() {
            double slope = dot(direction, gradient);
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int attempt = 0; attempt < TRIALS; attempt++) {
                for (int index = 0; index < point.length; index++) {
                    trial[index] = point[index] + length * direction[index];
                }
                double reached = function.value(trial, trialGradient);
                boolean decreases = Double.isFinite(reached) && reached <= value + SUFFICIENT_DECREASE * length * slope;
                if (!decreases) {
                    high = length;
                } else if (dot(direction, trialGradient) < CURVATURE * slope) {
                    low = length;
                } else {
                    return reached;
                }
                length = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
            }
            return Double.NaN;
        }

        private void update() {
            double[] change = new double[point.length];
            double[] bend = new double[point.length];
            for (int index = 0; index < point.length; index++) {
                change[index] = trial[index] - point[index];
                bend[index] = trialGradient[index] - gradient[index];
            }
            double curvature = dot(change, bend);
            if (first) {
                scale(curvature / dot(bend, bend));
                first = false;
            }
            double[] carried = new double[point.length];
            for (int row = 0; row < point.length; row++) {
                carried[row] = dot(inverse[row], bend);
            }
            double factor = (1 + dot(bend, carried) / curvature) / curvature;
            for (int row = 0; row < point.length; row++) {
                for (int column = 0; column < point.length; column++) {
                    inverse[row][column] += factor * change[row] * change[column]
                            - (carried[row] * change[column] + change[row] * carried[column]) / curvature;
                }
            }
        }

        private static double dot(double[] left, double[] right) {
            double sum = 0;
            for (int index = 0; index < left.length; index++) {
                sum += left[index] * right[index];
            }
            return sum;
        }
    }
}
