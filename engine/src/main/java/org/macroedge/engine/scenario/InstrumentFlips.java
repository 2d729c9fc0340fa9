package org.macroedge.engine.scenario;

import java.util.List;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.vocabulary.Label;

/// What a release can make of the label of one instrument.
///
/// @param label at the instant of the release if it came as expected
/// @param z of the bias then
/// @param flips the nearest one upwards and the nearest one downwards, nearest first; not empty
public record InstrumentFlips(Instrument instrument, Label label, double z, List<LabelFlip> flips) {

    public InstrumentFlips {
        flips = List.copyOf(flips);
        if (flips.isEmpty()) {
            throw new IllegalArgumentException(instrument.id() + " has no flip");
        }
    }
}
