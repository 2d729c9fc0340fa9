package org.macroedge.engine.correlation;

import org.macroedge.engine.vocabulary.Coded;

/// Why a pair, or a set of series, has no correlation.
public enum NoCorrelation implements Coded {
    /// Fewer rows hold both values than are asked for.
    TOO_FEW_OBSERVATIONS("too-few-observations"),
    /// A series has the same value in all the rows that are compared.
    CONSTANT("constant");

    private final String code;

    NoCorrelation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
