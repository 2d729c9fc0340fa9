package org.macroedge.server.correlation;

import org.macroedge.engine.vocabulary.Coded;

/// What is correlated.
public enum CorrelationKind implements Coded {

    /// Changes of each instrument's Z, by the default weight set.
    BIAS,

    /// Changes of each surprise index.
    INDEX,

    /// The mean z of each indicator's releases of a row, for indicators of the highest importance.
    SURPRISE,

    /// Returns of each instrument's preferred series of prices.
    PRICE;

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
