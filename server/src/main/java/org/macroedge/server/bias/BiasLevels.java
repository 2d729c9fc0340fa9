package org.macroedge.server.bias;

import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.bias.view.BiasLevel;

/// Where a bias stands, as two of them are compared.
final class BiasLevels {

    private BiasLevels() {}

    static BiasLevel of(InstrumentBias bias) {
        return new BiasLevel(bias.score(), BiasViews.code(bias.label()), bias.z(), BiasViews.code(bias.reason()));
    }
}
