package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// What the bias was 24 hours and 7 days before.
///
/// @param day the score minus that of 24 hours before; null where one of them is undefined
/// @param week the same for 7 days
/// @param labelDayBefore the label of 24 hours before; null where there was none
public record BiasChange(
        @Nullable Double day,
        @Nullable Double week,
        @Codes(Label.class) @Nullable String labelDayBefore) {}
