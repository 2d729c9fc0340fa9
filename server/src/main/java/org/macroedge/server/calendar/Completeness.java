package org.macroedge.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.completeness.StateReason;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CompletenessSummary;
import org.macroedge.server.calendar.view.RegionCompleteness;
import org.macroedge.server.surprises.Surprises;

/// Counts what was to be published in the last 100 days, and what was.
final class Completeness {

    /// Longer than a quarter, so that it holds every release that is late: a quarterly one is missing after 91
    /// days.
    static final Duration SPAN = Duration.ofDays(100);

    private final Surprises surprises;
    private final CalendarSelection selection;
    private final Instant asOf;
    private final List<OpenRelease> past;

    /// @param open the releases without a figure at the instant, of the selection
    Completeness(Surprises surprises, CalendarSelection selection, Instant asOf, List<OpenRelease> open) {
        this.surprises = surprises;
        this.selection = selection;
        this.asOf = asOf;
        this.past = open.stream()
                .filter(release -> isWithin(release.dueAt()))
                .sorted(Comparator.comparing(OpenRelease::dueAt)
                        .thenComparing(release -> release.indicator().id()))
                .toList();
    }

    private boolean isWithin(Instant instant) {
        return instant.isAfter(asOf.minus(SPAN)) && !instant.isAfter(asOf);
    }

    /// The releases of the span without a figure, ascending by time.
    List<OpenRelease> past() {
        return past;
    }

    CompletenessSummary summary() {
        List<StandardisedSurprise> published = surprises.catalogue().indicators().stream()
                .filter(selection::contains)
                .flatMap(indicator -> surprises.of(indicator.id()).stream())
                .filter(surprise -> isWithin(surprise.release().releasedAt()))
                .toList();
        int withdrawn = count(published, StandardisedSurprise.Reason.WITHDRAWN);
        int neverTookPlace = count(published, StandardisedSurprise.Reason.CANCELLED);
        int unsupplied = count(past, Completeness::isUnsupplied);
        int cancelled = count(past, OpenRelease::isCancelled);
        int received = published.size() - withdrawn - neverTookPlace;
        return new CompletenessSummary(
                asOf.minus(SPAN),
                received + withdrawn + past.size() - cancelled - unsupplied,
                received,
                count(past, release -> isIn(release, ReleaseState.DUE)),
                count(past, release -> isIn(release, ReleaseState.LATE)),
                count(past, release -> isIn(release, ReleaseState.MISSING)),
                cancelled + neverTookPlace,
                withdrawn,
                unsupplied,
                count(past, release -> release.standing().isOutstanding()),
                since(past),
                regions());
    }

    private List<RegionCompleteness> regions() {
        Map<Region, List<OpenRelease>> byRegion = past.stream()
                .filter(release -> !isUnsupplied(release))
                .collect(Collectors.groupingBy(
                        release -> release.indicator().region(), TreeMap::new, Collectors.toList()));
        return byRegion.entrySet().stream()
                .map(entry -> region(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static RegionCompleteness region(Region region, List<OpenRelease> releases) {
        return new RegionCompleteness(
                region.code(),
                count(releases, release -> isIn(release, ReleaseState.DUE)),
                count(releases, release -> isIn(release, ReleaseState.LATE)),
                count(releases, release -> isIn(release, ReleaseState.MISSING)),
                count(releases, OpenRelease::isCancelled),
                count(releases, release -> release.standing().isOutstanding()),
                since(releases));
    }

    private static @Nullable Instant since(List<OpenRelease> ascending) {
        return ascending.stream()
                .filter(release -> release.standing().isOutstanding())
                .map(OpenRelease::dueAt)
                .findFirst()
                .orElse(null);
    }

    private static boolean isUnsupplied(OpenRelease release) {
        return release.standing().reason() == StateReason.NO_FIGURES;
    }

    private static boolean isIn(OpenRelease release, ReleaseState state) {
        return release.standing().state() == state && !isUnsupplied(release);
    }

    private static int count(List<OpenRelease> releases, Predicate<OpenRelease> counted) {
        return (int) releases.stream().filter(counted).count();
    }

    private static int count(List<StandardisedSurprise> published, StandardisedSurprise.Reason reason) {
        return (int) published.stream()
                .filter(surprise -> surprise.reason() == reason)
                .count();
    }
}
