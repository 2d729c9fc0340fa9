package org.macroedge.engine.catalogue;

import org.macroedge.engine.vocabulary.Coded;

/// Whether only the latest release of an indicator counts, or all releases inside the window add up, as in Citigroup's
/// surprise index.
public enum SignalMode implements Coded {
    LATEST,
    SUM
}
