package org.macroedge.server.releases.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Gives releases their ids: the indicator, the local date of the row that spoke of the release first, and
/// the lowest free number. A release that an earlier batch brought is named first, so later batches never
/// rename it.
final class ReleaseNames {

    private static final Comparator<ReleaseDraft> FIRST_SEEN =
            Comparator.comparing(ReleaseDraft::firstBatch).thenComparing(ReleaseDraft::named, RowContent.ORDER);

    private final Indicator indicator;

    ReleaseNames(Indicator indicator) {
        this.indicator = indicator;
    }

    /// The ids of releases, in the order in which they are given.
    Map<ReleaseDraft, ReleaseId> of(List<ReleaseDraft> releases) {
        List<ReleaseDraft> ordered = new ArrayList<>(releases);
        ordered.sort(FIRST_SEEN);
        Map<ReleaseDraft, ReleaseId> named = new LinkedHashMap<>();
        Set<ReleaseId> given = new HashSet<>();
        for (ReleaseDraft release : ordered) {
            ReleaseId first = ReleaseId.of(indicator.id(), date(release.named().row()));
            ReleaseId id = first;
            for (int number = 2; !given.add(id); number++) {
                id = first.numbered(number);
            }
            named.put(release, id);
        }
        return named;
    }

    private LocalDate date(ReportedRelease row) {
        return row.localDate() != null ? row.localDate() : indicator.localDate(row.instant());
    }
}
