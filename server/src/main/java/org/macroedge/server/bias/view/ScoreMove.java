package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// One instrument's score one second before the releases of an instant, and with them.
///
/// @param before null without history
/// @param after null without history
public record ScoreMove(
        String instrument,
        @Nullable Double before,
        @Codes(Label.class) @Nullable String labelBefore,
        @Nullable Double after,
        @Codes(Label.class) @Nullable String labelAfter) {}
