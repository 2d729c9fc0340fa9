package org.macroedge.engine.catalogue;

import org.macroedge.engine.vocabulary.Coded;

/// Whether the latest release of an indicator stands alone, or all inside the window add up, as in Citigroup's surprise
/// index.
public enum SignalMode implements Coded {
    LATEST,
    SUM
}
