package org.macroedge.engine.revision;

import java.util.List;
import org.macroedge.engine.release.ObservedRelease;

/// A row of a triangle of revisions: the first print of a period, then what later releases state for it.
///
/// @param revisions ascending by the instant at which they became known; empty where none is known
public record RevisedRelease(ObservedRelease release, List<Revision> revisions) {

    public RevisedRelease {
        revisions = List.copyOf(revisions);
    }
}
