package org.macroedge.server.regime;

import java.time.LocalDate;
import org.macroedge.engine.vocabulary.Quadrant;

/// The quadrant that was last recorded for a region.
///
/// @param since the last day of the month since whose end it has held
/// @param monthEnd the last day of the month that the region was last looked at for
/// @param stale whether the last release of all was more than ten days old then
record RegimeState(Quadrant quadrant, LocalDate since, LocalDate monthEnd, boolean stale) {}
