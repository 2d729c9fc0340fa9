package org.macroedge.engine.switching;

import java.util.stream.IntStream;

/// The stationary distribution of a Markov chain, and how it moves with the transitions.
///
/// With A = I − P + E, where all elements of E are 1, π′ = 1′·A⁻¹, and a change dP moves it by π′·dP·A⁻¹
/// (Hamilton 1994, *Time Series Analysis*, p. 684, equation 22.2.26). The chain must have one:
/// [#isUnique] says whether it has.
///
/// @param probabilities π
/// @param inverse A⁻¹
record StationaryChain(double[] probabilities, double[][] inverse) {

    /// Whether a chain has one stationary distribution: some state can be reached from every state. Otherwise it falls
    /// into parts that never meet.
    ///
    /// @param transitions square; a positive element is a step that can happen
    static boolean isUnique(double[][] transitions) {
        int states = transitions.length;
        boolean[][] reaches = new boolean[states][states];
        for (int from = 0; from < states; from++) {
            for (int to = 0; to < states; to++) {
                reaches[from][to] = from == to || transitions[from][to] > 0;
            }
        }
        for (int through = 0; through < states; through++) {
            for (int from = 0; from < states; from++) {
                for (int to = 0; to < states; to++) {
                    reaches[from][to] |= reaches[from][through] && reaches[through][to];
                }
            }
        }
        return IntStream.range(0, states)
                .anyMatch(to -> IntStream.range(0, states).allMatch(from -> reaches[from][to]));
    }

    /// @param flat its first elements are the transitions by rows
    static StationaryChain of(double[] flat, ParameterLayout layout) {
        int states = layout.states();
        double[][] work = new double[states][2 * states];
        for (int row = 0; row < states; row++) {
            for (int column = 0; column < states; column++) {
                work[row][column] = (row == column ? 2 : 1) - flat[layout.transition(row, column)];
            }
            work[row][states + row] = 1;
        }
        eliminate(work);
        double[] probabilities = new double[states];
        double[][] inverse = new double[states][states];
        for (int row = 0; row < states; row++) {
            for (int column = 0; column < states; column++) {
                inverse[row][column] = work[row][states + column] / work[row][row];
                probabilities[column] += inverse[row][column];
            }
        }
        for (int state = 0; state < states; state++) {
            probabilities[state] = Math.max(0, probabilities[state]); // a state without return, but for rounding
        }
        return new StationaryChain(probabilities, inverse);
    }

    /// Gauss and Jordan's elimination. The leading minors are positive where the distribution
    /// is unique, so that no rows are exchanged.
    private static void eliminate(double[][] work) {
        for (int pivot = 0; pivot < work.length; pivot++) {
            for (int row = 0; row < work.length; row++) {
                double factor = row == pivot ? 0 : work[row][pivot] / work[pivot][pivot];
                for (int column = 0; column < work[row].length; column++) {
                    work[row][column] -= factor * work[pivot][column];
                }
            }
        }
    }

    /// What a derivative by the stationary probabilities is by the transition from one state to another.
    double slope(double[] byProbability, int from, int to) {
        double sum = 0;
        for (int state = 0; state < byProbability.length; state++) {
            sum += inverse[to][state] * byProbability[state];
        }
        return probabilities[from] * sum;
    }
}
