package org.macroedge.engine.scenario;

import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.engine.vocabulary.Coded;

/// Why a release that is left out has no mean given those that are set.
public enum NoConditionalMean implements Coded {
    /// It was published at too few instants together with each of those that are set.
    TOO_FEW_OBSERVATIONS,
    /// At the instants that it shares with them, one of the two always had the same surprise.
    CONSTANT,
    /// The correlations do not determine a mean: their matrix is not positive definite, or leaves
    /// a variance below 0.
    SINGULAR;

    static NoConditionalMean of(NoCorrelation cause) {
        return switch (cause) {
            case TOO_FEW_OBSERVATIONS -> TOO_FEW_OBSERVATIONS;
            case CONSTANT -> CONSTANT;
        };
    }
}
