package org.macroedge.server.access.keys.view;

import org.macroedge.engine.vocabulary.Coded;

/// Whether a key is accepted.
public enum KeyState implements Coded {
    /// It is accepted.
    IN_FORCE,
    /// Its time has ended.
    EXPIRED,
    /// An administrator has revoked it.
    REVOKED
}
