package org.macroedge.server.catalogue;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source of stored figures.
///
/// @param precedence the rank of its prints and forecasts: those of the source with the highest precedence count
public record Source(String id, String name, int precedence, Terms terms) {

    /// The terms on which its figures may be used.
    ///
    /// @param page the address of the terms; null if there are none, as for a user's own figures
    /// @param attribution the text to show with its figures
    /// @param storable whether its values may be stored
    public record Terms(@Nullable URI page, String attribution, boolean storable) {

        /// The address of the terms; empty if there are none.
        public Optional<URI> address() {
            return Optional.ofNullable(page);
        }
    }
}
