package org.macroedge.server.releases.verdicts;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.macroedge.engine.catalogue.Indicator;

/// The days on which a source has the releases of an indicator due, which lists all of them and no more than one for
/// each week, month or quarter.
///
/// @param has whether a day is listed, in the release zone
public record ListedDays(Indicator indicator, Predicate<LocalDate> has) {}
