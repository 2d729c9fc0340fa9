package org.macroedge.server.releases.calendar;

/// Takes what a reader finds, row by row; each row is told exactly once.
public interface CalendarRows {

    /// The rows of a file follow.
    default void file(String name) {}

    /// A row under an indicator.
    void mapped(CalendarRow row);

    /// A row that carries no number, or is declared to carry none: a holiday, a speech, a vote.
    void ignored();

    /// A row with a number under a title that the profile does not map.
    void unmapped(String title);

    /// A row that cannot be read.
    void faulty(RowFault fault);
}
