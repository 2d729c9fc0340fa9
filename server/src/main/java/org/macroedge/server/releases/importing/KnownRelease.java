package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// A release while a batch is matched with it: what the store has of it, and whether a row of the batch took
/// it.
final class KnownRelease {

    private final @Nullable ReleaseId id;
    private final List<Print> prints = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<Forecast> forecasts = new ArrayList<>();
    private boolean taken;

    /// @param id null while the release is new and not yet named
    KnownRelease(@Nullable ReleaseId id) {
        this.id = id;
    }

    Optional<ReleaseId> id() {
        return Optional.ofNullable(id);
    }

    void add(Print print) {
        prints.removeIf(earlier -> earlier.source().equals(print.source()));
        prints.add(print);
    }

    void add(Schedule schedule) {
        schedules.removeIf(earlier -> earlier.source().equals(schedule.source())
                && Objects.equals(earlier.capturedAt(), schedule.capturedAt()));
        schedules.add(schedule);
    }

    void add(Forecast forecast) {
        forecasts.removeIf(earlier -> earlier.source().equals(forecast.source())
                && earlier.kind() == forecast.kind()
                && Objects.equals(earlier.capturedAt(), forecast.capturedAt()));
        forecasts.add(forecast);
    }

    Optional<Print> print(String source) {
        return prints.stream().filter(one -> one.source().equals(source)).findFirst();
    }

    /// The schedule of a source without a capture instant.
    Optional<Schedule> schedule(String source) {
        return schedules.stream()
                .filter(one -> one.source().equals(source) && one.capturedAt() == null)
                .findFirst();
    }

    /// The forecast of a source without a capture instant.
    Optional<Forecast> forecast(String source) {
        return forecasts.stream()
                .filter(one -> one.source().equals(source) && one.capturedAt() == null)
                .findFirst();
    }

    boolean isReleased() {
        return !prints.isEmpty();
    }

    /// Whether no source says anything of it any more: all its facts are retracted.
    boolean isGone() {
        return prints.isEmpty() && schedules.isEmpty();
    }

    /// The instant of the release: of its print, else of its schedule.
    Instant at() {
        return prints.isEmpty()
                ? schedules.getLast().scheduledAt()
                : prints.getFirst().knownAt();
    }

    /// The earliest instant at which any source places it; null while no source does.
    @Nullable
    Instant earliest() {
        return Stream.concat(
                        prints.stream().map(Print::knownAt), schedules.stream().map(Schedule::scheduledAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// The instants and local dates at which a source places it.
    Set<Object> places(String source) {
        Set<Object> places = new HashSet<>();
        print(source).ifPresent(print -> places.add(print.localDate() == null ? print.knownAt() : print.localDate()));
        schedule(source).ifPresent(one -> places.add(one.localDate() == null ? one.scheduledAt() : one.localDate()));
        return places;
    }

    /// The period that any source declared.
    Optional<LocalDate> declaredPeriod() {
        return prints.stream().map(Print::period).filter(Objects::nonNull).findFirst();
    }

    boolean isTaken() {
        return taken;
    }

    void take() {
        taken = true;
    }
}
