package org.macroedge.server.weights;

import org.macroedge.engine.vocabulary.Coded;

/// What a publication did.
public enum PublicationKind implements Coded {
    /// It put a version in force.
    PUBLISH,
    /// It took the last publication that stands back.
    ROLL_BACK
}
