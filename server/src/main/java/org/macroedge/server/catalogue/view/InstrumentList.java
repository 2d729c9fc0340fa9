package org.macroedge.server.catalogue.view;

import java.util.List;
import org.macroedge.engine.catalogue.Instrument;

/// Every instrument, in the catalogue's order.
public record InstrumentList(List<InstrumentItem> items) {

    /// The shape of the engine's instruments.
    public static InstrumentList of(List<Instrument> instruments) {
        return new InstrumentList(instruments.stream()
                .map(one -> new InstrumentItem(
                        one.id().value(),
                        one.name(),
                        one.assetClass().code(),
                        one.directionClass().code()))
                .toList());
    }
}
