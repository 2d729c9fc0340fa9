package org.macroedge.server.bias.view;

import java.util.List;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// What a release can make of the label of an instrument.
///
/// @param score at the instant of the release if it came as expected
/// @param label at that score
/// @param flips the nearest one upwards and the nearest one downwards, nearest first; not empty
public record InstrumentFlipView(
        String instrument, double score, @Codes(Label.class) String label, List<FlipPoint> flips) {}
