package org.macroedge.server.catalogue.view;

import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.server.platform.json.Codes;

/// An instrument and its direction class, which decides how it reacts to the data.
public record InstrumentItem(
        String instrument,
        String name,
        @Codes(AssetClass.class) String assetClass,
        @Codes(DirectionClass.class) String directionClass) {}
