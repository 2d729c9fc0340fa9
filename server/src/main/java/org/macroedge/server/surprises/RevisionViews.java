package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.revision.RevisedRelease;
import org.macroedge.engine.revision.Revision;
import org.macroedge.engine.revision.RevisionCalculator;
import org.macroedge.server.surprises.view.RevisedFigure;
import org.macroedge.server.surprises.view.RevisionItem;

/// How revisions are shown.
final class RevisionViews {

    private RevisionViews() {}

    /// The figures of the releases of a span, with all their revisions that are known.
    ///
    /// @param known every release of the indicator that is known: the scale rests on those before the span, too
    /// @param from inclusive
    /// @param to inclusive
    static List<RevisedFigure> of(Indicator indicator, List<ObservedRelease> known, Instant from, Instant to) {
        return new RevisionCalculator()
                .calculate(indicator, known).stream()
                        .filter(row -> !row.release().releasedAt().isBefore(from)
                                && !row.release().releasedAt().isAfter(to))
                        .map(RevisionViews::figure)
                        .toList();
    }

    private static RevisedFigure figure(RevisedRelease row) {
        ObservedRelease release = row.release();
        return new RevisedFigure(
                release.releaseId().value(),
                release.releasedAt(),
                release.period(),
                release.actual(),
                release.source(),
                row.revisions().stream().map(RevisionViews::revision).toList());
    }

    private static RevisionItem revision(Revision revision) {
        Revision.Reason reason = revision.reason();
        return new RevisionItem(
                revision.announcing().releaseId().value(),
                revision.knownAt(),
                revision.before(),
                revision.after(),
                revision.size(),
                revision.sigma(),
                revision.sigmaObservations(),
                revision.standardised(),
                revision.isProvisional(),
                revision.isLarge(),
                reason == null ? null : reason.code());
    }
}
