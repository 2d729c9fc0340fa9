package org.macroedge.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.surprises.Surprises;

/// What the catalogue's cadence makes of the releases known at an instant.
final class ExpectedReleases {

    private static final long HOURS_IN_HALF_A_DAY = 12;

    private final Surprises surprises;

    ExpectedReleases(Surprises surprises) {
        this.surprises = surprises;
    }

    /// The releases of an indicator known at an instant, without those that never took place; ascending by time.
    List<StandardisedSurprise> published(Indicator indicator, Instant asOf) {
        return surprises.of(indicator.id()).stream()
                .takeWhile(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                .filter(surprise -> surprise.reason() != StandardisedSurprise.Reason.CANCELLED)
                .toList();
    }

    /// The expected instants after one instant and up to another, ascending. None for policy meetings: their dates are
    /// announced for a year, and follow no cadence that a guess could be made from.
    ///
    /// @param published what was published by then, ascending by time
    List<Instant> after(Indicator indicator, List<StandardisedSurprise> published, Instant after, Instant until) {
        if (published.isEmpty() || indicator.frequency() == Frequency.IRREGULAR) {
            return List.of();
        }
        List<LocalDate> recent =
                published.subList(Math.max(0, published.size() - ReleaseCadence.REMEMBERED), published.size()).stream()
                        .map(surprise -> date(indicator, surprise.release()))
                        .toList();
        return ReleaseCadence.after(
                indicator, recent, published.getLast().release().period(), after, until);
    }

    private LocalDate date(Indicator indicator, ObservedRelease release) {
        return surprises.facts().statedDate(release).orElseGet(() -> indicator.localDate(release.releasedAt()));
    }

    /// Whether an indicator is in force at an instant.
    static boolean isInForce(Indicator indicator, Instant asOf) {
        long second = asOf.getEpochSecond();
        return indicator.validFromSecond() <= second && second < indicator.validToSecond();
    }

    /// Whether an expected release is one that was called off: they lie within half a period.
    static boolean isCalledOff(Indicator indicator, Instant expected, List<OpenRelease> open) {
        Duration half =
                Duration.ofHours((long) (indicator.periodDays(expected.getEpochSecond()) * HOURS_IN_HALF_A_DAY));
        return open.stream()
                .filter(release -> release.isCancelled() && release.indicator().equals(indicator))
                .anyMatch(release ->
                        Duration.between(release.dueAt(), expected).abs().compareTo(half) <= 0);
    }
}
