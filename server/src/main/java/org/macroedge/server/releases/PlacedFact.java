package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ReleaseId;

/// A fact that says when a release was or is to come.
public sealed interface PlacedFact permits Print, Schedule {

    /// Its number.
    long fact();

    /// The release's id.
    ReleaseId release();

    /// The stated date where the instant comes from the catalogue, else null.
    @Nullable
    LocalDate localDate();

    /// Whether the source stated no hour.
    boolean dateOnly();

    /// When the release was or is to come.
    Instant instant();

    /// The key: of two facts with the same key the later one replaces the earlier one.
    Object key();

    /// The same, stated by a later fact at another instant.
    PlacedFact movedTo(Instant instant, long fact);
}
