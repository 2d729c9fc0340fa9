package org.macroedge.server.releases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.Nearest;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.error.UnknownName;

/// Finds the known releases nearest to an unknown id: those of the same indicator nearest in time, else those of the
/// indicator that is nearest in spelling. No other releases are read, however many the store has.
public final class NearestReleases {

    private static final int SHOWN = 3;

    private NearestReleases() {}

    /// The id of a release as the store has it.
    ///
    /// @param text as a user writes it, in upper or lower case
    public static String id(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The indicator that the id of a release names, whether or not either exists; a text that is too long is cut.
    public static String indicator(String id) {
        return ShownText.shortened(id).split("@", 2)[0];
    }

    /// The failure of asking for a release that is not known, or not yet: with `unknown-release`, naming similar ones
    /// where none has the id.
    ///
    /// @param known the releases of the indicator that the id names
    public static MacroEdgeException unknown(String id, KnownReleases known, ReleaseReader releases) {
        if (ids(known).anyMatch(release -> release.value().equals(id))) {
            return UnknownName.releaseToCome(id);
        }
        String indicator = indicator(id);
        LocalDate date = date(ShownText.shortened(id).substring(indicator.length()));
        List<String> nearest = Stream.concat(Stream.of(known), ofSimilar(indicator, known, releases))
                .map(candidates -> nearest(date, candidates))
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElse(List.of());
        return UnknownName.release(id, nearest, !nearest.isEmpty() || releases.hasReleases());
    }

    /// The releases of each indicator with a similar id, read when they are asked for.
    private static Stream<KnownReleases> ofSimilar(String indicator, KnownReleases known, ReleaseReader releases) {
        List<String> ids = known.catalogue().indicators().stream()
                .map(candidate -> candidate.id().value())
                .toList();
        return Nearest.to(indicator, ids).stream().map(similar -> releases.asKnown(known.recordedAt(), similar));
    }

    /// At most three, nearest first.
    private static List<String> nearest(LocalDate date, KnownReleases known) {
        return ids(known)
                .distinct()
                .sorted(Comparator.comparingLong((ReleaseId release) -> distance(date, release))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(ReleaseId::value)
                .toList();
    }

    private static Stream<ReleaseId> ids(KnownReleases known) {
        return Stream.concat(
                known.releases().stream().map(ObservedRelease::releaseId),
                known.planned().stream().map(PlannedRelease::releaseId));
    }

    private static long distance(LocalDate date, ReleaseId release) {
        return Math.abs(ChronoUnit.DAYS.between(date, release.date()));
    }

    /// The date of an id, without a number after it; the last of all for a text that is no date.
    ///
    /// @param text the part after the indicator, with the sign between them
    private static LocalDate date(String text) {
        int end = text.indexOf('.');
        try {
            return LocalDate.parse(text.substring(Math.min(1, text.length()), end < 1 ? text.length() : end));
        } catch (DateTimeException unreadable) {
            return LocalDate.MAX;
        }
    }
}
