package org.macroedge.server.releases.verdicts;

import java.time.LocalDate;
import java.util.NavigableSet;
import org.macroedge.engine.catalogue.Indicator;

/// The days that a source lists for an indicator, which lists all of them to some day in the future.
///
/// @param days in the release zone, not empty
public record ListedDays(Indicator indicator, NavigableSet<LocalDate> days) {

    /// Whether a day is not listed although a later one is. A list that ends before it says nothing of it.
    boolean lacks(LocalDate day) {
        return !days.contains(day) && days.last().isAfter(day);
    }

    boolean has(LocalDate day) {
        return days.contains(day);
    }
}
