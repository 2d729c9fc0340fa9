package org.macroedge.server.surprises.view;

import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.server.platform.json.Codes;

/// The sum of the steps of one kind.
///
/// @param steps how many there are
/// @param part in units of Z
public record WaterfallTotal(@Codes(PartKind.class) String kind, int steps, double part) {}
