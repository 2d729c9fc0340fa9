package org.macroedge.server.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.sources.SourceViews;
import org.macroedge.server.sources.view.SourceItem;

/// What no event tells, because time alone brings it: releases that do not come, and sources that do not answer.
final class ConditionAlerts {

    private static final Set<String> NOT_COME = Set.of(ReleaseState.LATE.code(), ReleaseState.MISSING.code());
    private static final String OFF = "off";
    private static final int SECONDS_OF_HOUR = 3_600;

    private final LatestCalendar calendar;
    private final SourceViews sources;

    ConditionAlerts(LatestCalendar calendar, SourceViews sources) {
        this.calendar = calendar;
        this.sources = sources;
    }

    /// Releases that were due since a rule began and are late or missing.
    ///
    /// @param of rules of this kind
    List<Finding> late(List<AlertRule> of, AlertRules rules, Instant now) {
        return calendar.at(null).completeness(now.truncatedTo(ChronoUnit.SECONDS), null, 1).items().stream()
                .filter(item -> NOT_COME.contains(item.state()))
                .flatMap(item -> of.stream()
                        .filter(rule -> rules.held(rule, item.releasedAt()))
                        .filter(rule -> rule.scope().hasIndicator(item.indicator(), item.region()))
                        .map(rule -> late(rule, item)))
                .toList();
    }

    private static Finding late(AlertRule rule, CalendarItem item) {
        @Nullable String release = item.releaseId();
        String told = item.state().equals(ReleaseState.LATE.code())
                ? " is late"
                : " is missing, and nobody waits for it any more";
        return new Finding(
                rule,
                Objects.requireNonNullElse(release, item.indicator()),
                item.indicator() + " " + item.releasedAt() + " " + item.state(),
                AlertText.name(item.region(), item.shortName()) + ", due at " + AlertText.time(item.releasedAt()) + ","
                        + told,
                item.releasedAt());
    }

    /// Sources that are asked and whose last good answer is older than the hours of a rule.
    ///
    /// @param of rules of this kind
    List<Finding> stale(List<AlertRule> of, AlertRules rules, Instant now) {
        return sources.list().items().stream()
                .filter(source -> !source.state().equals(OFF))
                .flatMap(source -> of.stream()
                        .flatMap(rule -> stale(rule, rules.start(rule).since(), source, now).stream()))
                .toList();
    }

    /// A source that has never answered is silent since the rule began.
    private static Optional<Finding> stale(AlertRule rule, Instant since, SourceItem source, Instant now) {
        @Nullable Instant answered = source.understoodAt();
        Instant last = answered == null ? since : answered;
        if (!last.isBefore(now.minus(Duration.ofSeconds(Math.round(rule.level() * SECONDS_OF_HOUR))))) {
            return Optional.empty();
        }
        String told = answered == null
                ? " has given no good answer since the rule began, "
                : " gave its last good answer at " + AlertText.time(last) + ", ";
        @Nullable String fault = source.fault();
        return Optional.of(new Finding(
                rule,
                source.source(),
                source.source() + " " + last,
                "Source " + source.source() + told + AlertText.age(Duration.between(last, now)) + " ago"
                        + (fault == null ? "" : " (last fault: " + fault + ")"),
                last));
    }
}
