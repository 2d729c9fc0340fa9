package org.macroedge.server.releases.importing;

import org.macroedge.engine.vocabulary.Coded;

/// Why a batch exists.
public enum BatchKind implements Coded {
    /// Calendar files were imported.
    CALENDAR,
    /// The figures that come with the product were imported.
    SAMPLE,
    /// Another batch was retracted.
    UNDO,
    /// An edited catalogue moved releases.
    CATALOGUE,
    /// A person stated something about a release.
    STATEMENT,
    /// Figures were fetched from a source.
    SOURCE,
    /// Prices were imported or fetched.
    PRICE,
    /// A program pushed releases.
    PUSH;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static BatchKind ofCode(String code) {
        return Coded.of(BatchKind.class, code);
    }
}
