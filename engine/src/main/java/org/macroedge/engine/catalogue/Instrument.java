package org.macroedge.engine.catalogue;

import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.InstrumentId;

/// What is traded. The bias of a bond is that of its price.
public record Instrument(InstrumentId id, String name, AssetClass assetClass, DirectionClass directionClass) {

    /// The letters of a currency code.
    private static final int CODE = 3;

    /// Whether this is a currency pair, base minus quote: its bias has two sides.
    public boolean isPair() {
        return directionClass == DirectionClass.FX;
    }

    /// The currency of a pair's base, whose code its id begins with; `base` where the id is no pair of codes.
    public String base() {
        return id.value().length() == 2 * CODE ? id.value().substring(0, CODE) : "base";
    }

    /// The currency of a pair's quote, whose code its id ends with; `quote` where the id is no pair of codes.
    public String quote() {
        return id.value().length() == 2 * CODE ? id.value().substring(CODE) : "quote";
    }
}
