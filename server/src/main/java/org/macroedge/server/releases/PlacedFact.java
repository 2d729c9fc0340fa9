package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ReleaseId;

/// A fact that places a release in time: when it was published, or when it is due.
public sealed interface PlacedFact permits Print, Schedule {

    /// Its number.
    long fact();

    /// The id of the release.
    ReleaseId release();

    /// The stated date where the instant comes from the catalogue, else null.
    @Nullable
    LocalDate localDate();

    /// Whether the source stated no hour.
    boolean dateOnly();

    /// When the release was published or is due.
    Instant instant();

    /// The key: of two facts with the same key the later one replaces the earlier one.
    Object key();

    /// The same statement at another instant, as a later fact.
    PlacedFact movedTo(Instant instant, long fact);
}
