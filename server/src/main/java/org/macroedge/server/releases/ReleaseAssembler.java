package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;

/// Assembles releases from the facts in force.
///
/// A release whose source declares no period shows the one that the catalogue's lag infers, under the mark
/// `inferred`. Of the prints of several sources the one that was known first counts, so that a source with a later
/// instant never withdraws what was known. If several were known at the same instant, the source with the highest
/// precedence counts, then the first name in alphabetical order.
public final class ReleaseAssembler {

    private static final Comparator<ObservedRelease> RELEASED = Comparator.comparing(ObservedRelease::releasedAt)
            .thenComparing(ObservedRelease::indicator)
            .thenComparing(ObservedRelease::releaseId);
    private static final Comparator<ScheduledRelease> SCHEDULED = Comparator.comparing(ScheduledRelease::scheduledAt)
            .thenComparing(ScheduledRelease::indicator)
            .thenComparing(ScheduledRelease::releaseId);

    private final Catalogue catalogue;
    private final Map<ReleaseId, Print> prints = new HashMap<>();
    private final Map<ReleaseId, List<Schedule>> schedules = new HashMap<>();
    private final Map<ReleaseId, List<Forecast>> forecasts = new HashMap<>();

    /// @param catalogue whose lags infer periods, and whose precedence of sources decides between prints
    public ReleaseAssembler(
            Stream<Print> prints, Stream<Schedule> schedules, Stream<Forecast> forecasts, Catalogue catalogue) {
        this.catalogue = catalogue;
        Comparator<Print> winner = Comparator.comparing(Print::knownAt)
                .thenComparing(print -> -catalogue.precedence(print.source()))
                .thenComparing(Print::source);
        prints.forEach(print -> this.prints.merge(
                print.release(), print, (first, second) -> winner.compare(first, second) <= 0 ? first : second));
        schedules.forEach(schedule -> this.schedules
                .computeIfAbsent(schedule.release(), id -> new ArrayList<>())
                .add(schedule));
        forecasts
                .filter(forecast -> forecast.value() != null)
                .forEach(forecast -> this.forecasts
                        .computeIfAbsent(forecast.release(), id -> new ArrayList<>())
                        .add(forecast));
    }

    /// The releases, and the schedules of releases that have no print.
    public KnownReleases known(Instant recordedAt, boolean sampleOnly) {
        List<ObservedRelease> releases =
                prints.values().stream().map(this::release).sorted(RELEASED).toList();
        Set<ReleaseId> released = new HashSet<>(prints.keySet());
        List<ScheduledRelease> awaited = schedules.entrySet().stream()
                .filter(entry -> !released.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(this::scheduled)
                .sorted(SCHEDULED)
                .toList();
        return new KnownReleases(catalogue, releases, awaited, recordedAt, sampleOnly);
    }

    private ObservedRelease release(Print print) {
        IndicatorId indicator = print.release().indicator();
        LocalDate inferred = print.period() == null ? inferredPeriod(indicator, print) : null;
        return new ObservedRelease(
                print.release(),
                indicator,
                print.knownAt(),
                inferred == null ? print.period() : inferred,
                print.period() != null,
                print.actual(),
                print.previous(),
                print.source(),
                forecasts.getOrDefault(print.release(), List.of()).stream()
                        .map(this::forecast)
                        .toList(),
                inferred == null ? print.marks() : withInferred(print.marks()));
    }

    /// The period by the lag from the release date in the release zone; null where the catalogue declares no lag.
    private @Nullable LocalDate inferredPeriod(IndicatorId id, Print print) {
        Indicator indicator = catalogue.indicator(id.value()).orElse(null);
        if (indicator == null || indicator.lag() == null) {
            return null;
        }
        LocalDate released = print.localDate() == null ? indicator.localDate(print.knownAt()) : print.localDate();
        return indicator.inferredPeriod(released).orElse(null);
    }

    private static Set<Mark> withInferred(Set<Mark> marks) {
        Set<Mark> all = EnumSet.of(Mark.INFERRED);
        all.addAll(marks);
        return all;
    }

    @SuppressWarnings("NullAway") // withdrawn forecasts were left out
    private ObservedForecast forecast(Forecast fact) {
        return new ObservedForecast(
                fact.kind(), fact.value(), fact.source(), catalogue.precedence(fact.source()), fact.capturedAt());
    }

    private ScheduledRelease scheduled(Schedule fact) {
        return new ScheduledRelease(
                fact.release(),
                fact.release().indicator(),
                fact.scheduledAt(),
                fact.capturedAt(),
                fact.source(),
                forecasts.getOrDefault(fact.release(), List.of()).stream()
                        .map(Forecast::value)
                        .findFirst()
                        .orElse(null));
    }
}
