package org.macroedge.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
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

    /// The indicators of which no release after `asOf` was announced by then.
    ///
    /// @param chosen the indicators in question
    /// @param open every release of theirs without a figure
    List<Indicator> unscheduled(Predicate<Indicator> chosen, List<OpenRelease> open, Instant asOf) {
        Set<IndicatorId> scheduled = open.stream()
                .filter(release -> !release.isPast(asOf))
                .map(release -> release.indicator().id())
                .collect(Collectors.toSet());
        return surprises.catalogue().indicators().stream()
                .filter(chosen)
                .filter(indicator -> isInForce(indicator, asOf))
                .filter(indicator -> !scheduled.contains(indicator.id()))
                .toList();
    }

    /// The expected releases of some indicators after one instant and up to another, by indicator and time.
    Stream<ExpectedRelease> between(List<Indicator> unscheduled, List<OpenRelease> open, Instant asOf, Instant until) {
        return unscheduled.stream()
                .flatMap(indicator -> after(indicator, published(indicator, asOf), asOf, until).stream()
                        .filter(instant -> !isCalledOff(indicator, instant, open))
                        .map(instant -> new ExpectedRelease(indicator, instant)));
    }
}
