package org.macroedge.server.releases.profile.time;

/// What the cells of a row say of its time.
public sealed interface ReadTime {

    /// A date, with or without a clock time.
    record Known(StatedTime stated) implements ReadTime {}

    /// Cells that cannot be read.
    ///
    /// @param form whether the text has another form than the patterns, which casts doubt on the profile; a date
    /// that does not exist does not
    record Unreadable(String message, boolean form) implements ReadTime {}
}
