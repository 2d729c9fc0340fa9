package org.macroedge.server.releases.conflicts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseWinner;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.SourceOrder;
import org.macroedge.server.releases.StoredFacts;

/// What sources say of one release at one market time: their actuals, or, while none has one, their schedules.
///
/// @param claims the best source's first
/// @param instant at which the release counts as known, or is due
/// @param scheduleTime whether a better source's schedule gives the instant
record SourceClaims(ReleaseId release, Indicator indicator, List<Said> claims, Instant instant, boolean scheduleTime) {

    /// What one source says.
    ///
    /// @param capturedAt of a schedule
    /// @param statement the number of its row
    record Said(
            String source,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal previous,
            @Nullable LocalDate period,
            Instant instant,
            boolean dateOnly,
            @Nullable Instant capturedAt,
            long statement) {

        static Said of(Print print) {
            return new Said(
                    print.source(),
                    print.actual(),
                    print.previous(),
                    print.period(),
                    print.knownAt(),
                    print.dateOnly(),
                    null,
                    print.statements().getLast());
        }

        static Said of(Schedule schedule) {
            return new Said(
                    schedule.source(),
                    null,
                    null,
                    schedule.period(),
                    schedule.scheduledAt(),
                    schedule.dateOnly(),
                    schedule.capturedAt(),
                    schedule.statement());
        }
    }

    /// What is said of each release by more than one source.
    ///
    /// @param asOf null for now
    static List<SourceClaims> of(
            StoredFacts facts, Map<String, Indicator> indicators, SourceOrder order, @Nullable Instant asOf) {
        Map<ReleaseId, List<Print>> prints = facts.prints().stream().collect(Collectors.groupingBy(Print::release));
        Map<ReleaseId, List<Schedule>> schedules =
                facts.schedules().stream().collect(Collectors.groupingBy(Schedule::release));
        Set<ReleaseId> releases = new HashSet<>(prints.keySet());
        releases.addAll(schedules.keySet());
        List<SourceClaims> all = new ArrayList<>();
        for (ReleaseId release : releases) {
            Indicator indicator =
                    Objects.requireNonNull(indicators.get(release.indicator().value()));
            List<Schedule> captured = schedules.getOrDefault(release, List.of());
            SourceClaims claims = prints.containsKey(release)
                    ? released(release, indicator, prints.get(release), captured, order)
                    : scheduled(release, indicator, captured, order, asOf);
            if (claims.isKnown(asOf) && claims.claims().size() > 1) {
                all.add(claims);
            }
        }
        return all;
    }

    /// A schedule is known before its instant; an actual from the release on.
    private boolean isKnown(@Nullable Instant asOf) {
        return !claims.isEmpty() && (asOf == null || claims.getFirst().actual() == null || !instant.isAfter(asOf));
    }

    private static SourceClaims released(
            ReleaseId release, Indicator indicator, List<Print> prints, List<Schedule> schedules, SourceOrder order) {
        List<Print> bestFirst =
                prints.stream().sorted(ReleaseWinner.bestFirst(order)).toList();
        ReleaseWinner winner = ReleaseWinner.of(bestFirst.getFirst(), schedules, order);
        return new SourceClaims(
                release,
                indicator,
                bestFirst.stream().map(Said::of).toList(),
                winner.releasedAt(),
                winner.isScheduleTime());
    }

    private static SourceClaims scheduled(
            ReleaseId release,
            Indicator indicator,
            List<Schedule> schedules,
            SourceOrder order,
            @Nullable Instant asOf) {
        Map<String, Schedule> latest = new HashMap<>();
        schedules.stream()
                .filter(schedule -> asOf == null || !capture(schedule).isAfter(asOf))
                .sorted(ReleaseWinner.inForceFirst(order))
                .forEach(schedule -> latest.putIfAbsent(schedule.source(), schedule));
        List<Said> claims = latest.values().stream()
                .sorted(ReleaseWinner.inForceFirst(order))
                .map(Said::of)
                .toList();
        return new SourceClaims(
                release,
                indicator,
                claims,
                claims.isEmpty() ? Instant.MAX : claims.getFirst().instant(),
                false);
    }

    private static Instant capture(Schedule schedule) {
        Instant captured = schedule.capturedAt();
        return captured == null ? schedule.scheduledAt() : captured.truncatedTo(ChronoUnit.SECONDS);
    }

    /// In what they differ; a value that a source does not give contradicts nothing.
    Set<ConflictKind> kinds() {
        Set<ConflictKind> kinds = EnumSet.noneOf(ConflictKind.class);
        add(kinds, ConflictKind.ACTUAL, claim -> plain(claim.actual()));
        add(kinds, ConflictKind.PREVIOUS, claim -> plain(claim.previous()));
        add(kinds, ConflictKind.PERIOD, Said::period);
        add(kinds, ConflictKind.INSTANT, Said::instant);
        return kinds;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private void add(Set<ConflictKind> kinds, ConflictKind kind, Function<Said, @Nullable Object> value) {
        Collection<Object> values = new HashSet<>();
        for (Said claim : claims) {
            Object said = value.apply(claim);
            if (said != null) {
                values.add(said);
            }
        }
        if (values.size() > 1) {
            kinds.add(kind);
        }
    }
}
