package org.macroedge.server.releases;

import org.macroedge.engine.vocabulary.ReleaseId;

/// Something that a source says of a release; a row of table `print`, `schedule` or `forecast`.
public sealed interface Fact permits PlacedFact, Forecast {

    /// Its number; 0 where it is not stored.
    long fact();

    /// The id of the release.
    ReleaseId release();

    /// What one source can say only once at a time.
    Object key();

    /// The same fact under another number, with numbers without trailing zeros, so that two facts that say
    /// the same are equal under the same number.
    Fact numbered(long number);
}
