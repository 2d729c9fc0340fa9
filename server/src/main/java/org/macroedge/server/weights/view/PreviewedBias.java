package org.macroedge.server.weights.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.NoLabel;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// The bias of an instrument by one of two weight sets that are compared.
///
/// @param score from -100 to 100; null where z is
/// @param label null where `reason` says why
/// @param z null without history
/// @param reason `no-weights`, `no-history`, `no-live-signal` or `thin-coverage`; null where none applies
public record PreviewedBias(
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z,
        @Codes(NoLabel.class) @Nullable String reason) {}
