package org.macroedge.server.releases.intake;

import org.macroedge.engine.vocabulary.Coded;

/// What an import can find that looks wrong, or that it repaired.
public enum FindingKind implements Coded {
    /// Clock times that differ from the catalogue's release time by whole hours.
    CLOCK_OFFSET,
    /// Dates that differ from the catalogue's by whole days.
    DAY_OFFSET,
    /// Clock times that were shifted to the catalogue's, because most rows of their week are off by the same
    /// hours.
    CLOCK_SHIFTED,
    /// Clock times that look like placeholders, such as midnight.
    PLACEHOLDER_TIME,
    /// Rows with equal figures within 36 hours: one release whose clock time moved.
    MOVED_RELEASE,
    /// Rows stamped with the wrong year at the turn of the year, moved to the right one.
    SPILLED_ROW,
    /// Rows of one release whose other cells differ, which were dropped.
    DROPPED_CELL,
    /// A level that jumps: the series may have been rebased or have changed its unit.
    SUSPECTED_BREAK,
    /// A surprise that is probably a typo; it does not count until someone confirms it.
    SUSPECT,
    /// A surprise of more than ten sigma; it counts, clipped.
    EXTREME,
    /// Releases of a worse source that look like a later stage or another series.
    SECOND_FIGURE,
    /// Releases that two sources place near each other with different figures.
    DIFFERENT_FIGURES,
    /// Two columns of one name.
    DUPLICATE_COLUMN,
    /// Dates without a year in a file that spans a turn of the year.
    YEARLESS_DATES,
    /// A folder inside a folder; its files were not read.
    SKIPPED_SUBFOLDER,
    /// A file with a header and no rows.
    HEADER_ONLY
}
