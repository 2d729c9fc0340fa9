package org.macroedge.server.weights.view;

import org.jspecify.annotations.Nullable;

/// The bias of an instrument by one of two weight sets that are compared.
///
/// @param score from -100 to 100; null where z is
/// @param label null where `reason` says why
/// @param z null without history
/// @param reason `no-weights`, `no-history`, `no-live-signal` or `thin-coverage`; null where none applies
public record PreviewedBias(
        @Nullable Double score,
        @Nullable String label,
        @Nullable Double z,
        @Nullable String reason) {}
