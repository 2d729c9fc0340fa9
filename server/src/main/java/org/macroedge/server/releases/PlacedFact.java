package org.macroedge.server.releases;

import java.time.Instant;

/// A fact that places a release in time: when it was published, or when it is due.
public sealed interface PlacedFact extends Fact permits Print, Schedule {

    /// When the release was published or is due.
    Instant instant();

    @Override
    PlacedFact numbered(long number);
}
