package org.macroedge.server.catalogue.view;

import java.util.List;
import org.macroedge.engine.catalogue.Instrument;

/// Every instrument, in the order of the catalogue.
public record InstrumentList(List<InstrumentItem> items) {

    /// Maps the engine's instruments.
    public static InstrumentList of(List<Instrument> instruments) {
        return new InstrumentList(instruments.stream()
                .map(instrument -> new InstrumentItem(
                        instrument.id().value(),
                        instrument.name(),
                        instrument.assetClass().code(),
                        instrument.directionClass().code()))
                .toList());
    }
}
