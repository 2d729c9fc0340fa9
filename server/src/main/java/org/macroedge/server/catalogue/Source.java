package org.macroedge.server.catalogue;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose figures are stored.
///
/// @param precedence of its prints and forecasts among those of several sources: the higher wins
public record Source(String id, String name, int precedence, Terms terms) {

    /// On what terms its figures may be used.
    ///
    /// @param page where the terms stand; null where there are none, as for a user's own figures
    /// @param attribution the words to show beside its figures
    /// @param storable whether its values may be stored
    public record Terms(@Nullable URI page, String attribution, boolean storable) {

        /// Where the terms stand; empty where there are none.
        public Optional<URI> address() {
            return Optional.ofNullable(page);
        }
    }
}
