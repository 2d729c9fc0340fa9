package org.macroedge.engine.catalogue;

import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.InstrumentId;

/// What is traded. The bias of a bond is that of its price.
public record Instrument(InstrumentId id, String name, AssetClass assetClass, DirectionClass directionClass) {}
