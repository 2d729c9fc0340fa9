package org.macroedge.server.platform.web;

import org.macroedge.engine.vocabulary.Coded;

/// How a caller is known.
public enum CallerKind implements Coded {
    /// A command that works on the store itself, without a server.
    COMMAND,
    /// The user of the machine, whom a server recognises by a secret in its home, or who is anyone in local mode.
    LOCAL,
    /// The holder of a key.
    KEY,
    /// The holder of a token.
    TOKEN
}
