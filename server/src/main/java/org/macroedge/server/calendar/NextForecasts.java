package org.macroedge.server.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.surprises.Surprises;

/// What an indicator's own prints say of its next release: the one that no other figure comes before, so that it would
/// be measured against them if no forecast were captured. Later releases have none yet, and neither has one that is due
/// more than two periods after the last print.
final class NextForecasts {

    private final Surprises surprises;
    private final Instant asOf;
    private final Map<IndicatorId, Instant> next = new HashMap<>();

    /// @param open every release without a figure of the indicators in question, announced or expected
    NextForecasts(Surprises surprises, Collection<OpenRelease> open, Instant asOf) {
        this.surprises = surprises;
        this.asOf = asOf;
        for (OpenRelease release : open) {
            IndicatorId indicator = release.indicator().id();
            if (canCome(release) && !isOvertaken(release)) {
                next.merge(indicator, release.dueAt(), BinaryOperator.minBy(Comparator.naturalOrder()));
            }
        }
    }

    private static boolean canCome(OpenRelease release) {
        return !release.isCancelled() && release.standing().state() != ReleaseState.MISSING;
    }

    private boolean isOvertaken(OpenRelease release) {
        return surprises
                .last(release.indicator().id(), asOf)
                .filter(last -> !release.dueAt().isAfter(last.release().releasedAt()))
                .isPresent();
    }

    /// The forecast of a release; empty where it is not the next one.
    Optional<ObservedForecast> of(OpenRelease release) {
        IndicatorId indicator = release.indicator().id();
        return canCome(release) && release.dueAt().equals(next.get(indicator))
                ? surprises.next(release.indicator(), asOf).flatMap(own -> own.at(release.dueAt()))
                : Optional.empty();
    }
}
