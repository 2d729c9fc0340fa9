package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ReleaseOrder;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;

/// Assembles releases from the facts in force.
///
/// A release whose source declares no period shows the one that the catalogue's lag infers, under the mark
/// `inferred`. Which source stands for a release is decided by [ReleaseWinner]. Ids decide nothing: releases
/// of one indicator and instant are in the order of their content.
public final class ReleaseAssembler {

    static final Comparator<PlannedRelease> PLANNED = Comparator.comparing(
                    (PlannedRelease release) -> release.schedules().getFirst().scheduledAt())
            .thenComparing(PlannedRelease::indicator);

    private final Catalogue catalogue;
    private final SourceOrder sources;
    private final Map<Long, ReleaseVerdict> verdicts;
    private final Interned interned;
    private final List<ObservedRelease> released = new ArrayList<>();
    private final List<PlannedRelease> planned = new ArrayList<>();
    private final Map<ReleaseId, LocalDate> bareDates = new HashMap<>();
    private final Map<ReleaseId, ReleaseVerdict> standingVerdicts = new HashMap<>();
    private final Map<ReleaseId, Print> prints = new HashMap<>();
    private final Map<ReleaseId, List<Schedule>> schedules = new HashMap<>();
    private final Map<ReleaseId, List<Forecast>> forecasts = new HashMap<>();

    ReleaseAssembler(Map<Long, ReleaseVerdict> verdicts, Catalogue catalogue, Interned interned) {
        this.catalogue = catalogue;
        this.verdicts = verdicts;
        this.interned = interned;
        this.sources = new SourceOrder(catalogue);
    }

    /// @param catalogue whose lags infer periods, and whose precedence of sources decides between facts
    /// @param verdicts what people last stated, by the number of the statement that it is about
    public ReleaseAssembler(
            Stream<Print> prints,
            Stream<Schedule> schedules,
            Stream<Forecast> forecasts,
            Map<Long, ReleaseVerdict> verdicts,
            Catalogue catalogue) {
        this(verdicts, catalogue, new Interned());
        add(prints, schedules, forecasts);
    }

    /// Assembles the releases of some indicators, of which all facts are given.
    void add(Stream<Print> prints, Stream<Schedule> schedules, Stream<Forecast> forecasts) {
        Comparator<Print> bestFirst = ReleaseWinner.bestFirst(sources);
        prints.forEach(print -> this.prints.merge(
                print.release(), print, (first, second) -> bestFirst.compare(first, second) <= 0 ? first : second));
        schedules.forEach(schedule -> this.schedules
                .computeIfAbsent(schedule.release(), id -> new ArrayList<>())
                .add(schedule));
        forecasts
                .filter(forecast -> forecast.value() != null)
                .forEach(forecast -> this.forecasts
                        .computeIfAbsent(forecast.release(), id -> new ArrayList<>())
                        .add(forecast));
        assemble();
        this.prints.clear();
        this.schedules.clear();
        this.forecasts.clear();
    }

    private void assemble() {
        Map<ReleaseId, ReleaseVerdict> standing = verdicts();
        standingVerdicts.putAll(standing);
        Map<ReleaseId, Instant> releasedAt = new HashMap<>();
        prints.forEach((id, print) -> {
            ObservedRelease release = release(print, standing.get(id));
            released.add(release);
            if (print.dateOnly() && print.localDate() != null) {
                bareDates.put(id, print.localDate());
            }
            if (schedules.containsKey(id)) {
                releasedAt.put(id, release.releasedAt());
            }
        });
        schedules.keySet().forEach(id -> planned.add(planned(id, releasedAt.get(id))));
    }

    /// The releases, and those that are or were planned.
    public KnownReleases known(Instant recordedAt, boolean sampleOnly) {
        return new KnownReleases(
                catalogue,
                ReleaseOrder.sorted(released, release -> release),
                planned.stream().sorted(PLANNED).toList(),
                bareDates,
                standingVerdicts,
                recordedAt,
                sampleOnly);
    }

    private Map<ReleaseId, ReleaseVerdict> verdicts() {
        Map<ReleaseId, ReleaseVerdict> standing = new HashMap<>();
        if (!verdicts.isEmpty()) {
            schedules.forEach((id, captures) -> captures.stream()
                    .min(ReleaseWinner.inForceFirst(sources))
                    .flatMap(this::verdict)
                    .ifPresent(verdict -> standing.put(id, verdict)));
            prints.forEach((id, print) ->
                    standing.compute(id, (release, ofSchedule) -> verdict(print).orElse(null)));
        }
        return standing;
    }

    /// The last verdict on the figure of a print, unless it was taken back.
    private Optional<ReleaseVerdict> verdict(Print print) {
        return print.statements().stream()
                .map(verdicts::get)
                .flatMap(Stream::ofNullable)
                .filter(last -> last.actual() != null && last.actual().compareTo(print.actual()) == 0)
                .max(Comparator.comparing(ReleaseVerdict::recordedAt))
                .filter(last -> last.stated().verdict().isPresent());
    }

    /// The last verdict on a schedule, unless it was taken back.
    private Optional<ReleaseVerdict> verdict(Schedule schedule) {
        return Optional.ofNullable(verdicts.get(schedule.statement()))
                .filter(last -> last.actual() == null)
                .filter(last -> last.stated().verdict().isPresent());
    }

    private ObservedRelease release(Print print, @Nullable ReleaseVerdict verdict) {
        IndicatorId indicator = interned.of(print.release().indicator());
        ReleaseWinner winner = ReleaseWinner.of(print, schedules.getOrDefault(print.release(), List.of()), sources);
        LocalDate inferred = print.period() == null ? inferredPeriod(indicator, print) : null;
        return new ObservedRelease(
                print.release(),
                indicator,
                interned.of(winner.releasedAt()),
                inferred == null ? print.period() : inferred,
                print.period() != null,
                print.actual(),
                print.previous(),
                print.source(),
                forecasts(print.release()),
                marks(winner, inferred != null),
                verdict == null ? null : verdict.stated().verdict().orElse(null));
    }

    /// The period by the lag from the release date in the release zone; null where the catalogue declares no
    /// lag.
    private @Nullable LocalDate inferredPeriod(IndicatorId id, Print print) {
        Indicator indicator = catalogue.indicator(id.value()).orElse(null);
        if (indicator == null || indicator.lag() == null) {
            return null;
        }
        LocalDate released = print.localDate() == null ? indicator.localDate(print.knownAt()) : print.localDate();
        return interned.orNull(indicator.inferredPeriod(released).orElse(null));
    }

    private Set<Mark> marks(ReleaseWinner winner, boolean inferred) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(winner.print().marks());
        if (inferred) {
            marks.add(Mark.INFERRED);
        }
        if (winner.isScheduleTime()) {
            marks.add(Mark.SCHEDULE_TIME);
        }
        return interned.of(Set.copyOf(marks));
    }

    private List<ObservedForecast> forecasts(ReleaseId id) {
        return interned.of(forecasts.getOrDefault(id, List.of()).stream()
                .map(this::forecast)
                .collect(Collectors.toUnmodifiableList()));
    }

    @SuppressWarnings("NullAway") // withdrawn forecasts were left out
    private ObservedForecast forecast(Forecast fact) {
        return new ObservedForecast(
                fact.kind(),
                fact.value(),
                fact.source(),
                sources.precedence(fact.source()),
                fact.capturedAt(),
                fact.spread());
    }

    private PlannedRelease planned(ReleaseId id, @Nullable Instant releasedAt) {
        return new PlannedRelease(
                id,
                interned.of(id.indicator()),
                schedules.getOrDefault(id, List.of()).stream()
                        .sorted(ReleaseWinner.inForceFirst(sources))
                        .toList(),
                forecasts(id),
                releasedAt,
                cancelled(schedules.getOrDefault(id, List.of())));
    }

    /// A statement of a person is known in whole seconds, as a capture is.
    private Map<Long, Instant> cancelled(List<Schedule> captures) {
        Map<Long, Instant> cancelled = new HashMap<>();
        captures.forEach(schedule -> verdict(schedule)
                .ifPresent(verdict ->
                        cancelled.put(schedule.statement(), verdict.recordedAt().truncatedTo(ChronoUnit.SECONDS))));
        return cancelled;
    }
}
