package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// The bias of an instrument as if one release had been as expected.
///
/// @param score null without history
/// @param label null where the bias has none
public record BiasWithoutLead(
        String instrument,
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label) {}
