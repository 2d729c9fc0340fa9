package org.macroedge.engine.revision;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.BoundedSigmaEstimator;
import org.macroedge.engine.surprise.ReleaseOrder;

/// The triangle of an indicator's revisions: for each release its first print, and what later releases of the same
/// source state for its period, each in the indicator's unit and in σ.
///
/// A revision is the previous figure of a release less the value that stood for the period before. One of 0 is a
/// revision too, and counts in σ: without it, σ would be the scale of those revisions that happen, and a rare small one
/// would look usual. σ is the [BoundedSigmaEstimator] of strictly earlier revisions, at least the indicator's floor,
/// since both values are rounded; there is none before ten of them. Revisions at one instant share the σ before
/// it. Releases that a person set aside neither state a revision nor have one.
///
/// Where `previous` refers to an earlier stage, the figure before is another indicator's: no row has a revision. All
/// revisions 0: σ is the floor. Scales with the figures where the floor does; a change of sign of all figures changes
/// the sign of sizes alone. Ids and the order of the input decide nothing. Stateless and thread-safe.
public final class RevisionCalculator {

    /// The rows of the triangle, in the order of [ReleaseOrder].
    ///
    /// @param releases of the indicator that are known, in any order
    public List<RevisedRelease> calculate(Indicator indicator, Collection<ObservedRelease> releases) {
        List<ObservedRelease> ordered = ReleaseOrder.sorted(releases, Function.identity());
        if (indicator.previousRefersTo() != PreviousRefersTo.PRIOR_PERIOD) {
            return ordered.stream()
                    .map(release -> new RevisedRelease(release, List.of()))
                    .toList();
        }
        RevisionWalk walk = new RevisionWalk(indicator);
        ReleaseOrder.forEachInstant(ordered, release -> release, walk::instant);
        return walk.rows();
    }
}
