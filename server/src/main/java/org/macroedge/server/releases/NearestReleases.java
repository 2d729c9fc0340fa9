package org.macroedge.server.releases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.Nearest;
import org.macroedge.server.platform.error.UnknownName;

/// Finds the known releases nearest to an unknown id: those of the same indicator nearest in time, else the
/// nearest in spelling.
public final class NearestReleases {

    private static final int SHOWN = 3;

    private NearestReleases() {}

    /// The failure of asking for a release that is not known: with `unknown-release`, naming similar ones.
    public static MacroEdgeException unknown(String id, KnownReleases known) {
        List<ReleaseId> ids = Stream.concat(
                        known.releases().stream().map(ObservedRelease::releaseId),
                        known.planned().stream().map(PlannedRelease::releaseId))
                .distinct()
                .toList();
        return UnknownName.release(id, to(id, ids), !ids.isEmpty());
    }

    /// At most three similar ones, nearest first.
    private static List<String> to(String id, List<ReleaseId> known) {
        int separator = id.indexOf('@');
        String indicator = separator < 0 ? id : id.substring(0, separator);
        List<ReleaseId> siblings = known.stream()
                .filter(release -> release.indicator().value().equals(indicator))
                .toList();
        if (siblings.isEmpty()) {
            return Nearest.to(id, known.stream().map(ReleaseId::value).toList());
        }
        LocalDate date = date(id.substring(separator + 1));
        return siblings.stream()
                .sorted(Comparator.comparingLong((ReleaseId release) -> distance(date, release))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(ReleaseId::value)
                .toList();
    }

    private static long distance(LocalDate date, ReleaseId release) {
        return Math.abs(ChronoUnit.DAYS.between(date, release.date()));
    }

    /// The date of an id, without a number after it; the last of all for a text that is no date.
    private static LocalDate date(String text) {
        int end = text.indexOf('.');
        try {
            return LocalDate.parse(end < 0 ? text : text.substring(0, end));
        } catch (DateTimeException unreadable) {
            return LocalDate.MAX;
        }
    }
}
