package org.macroedge.server.releases.intake;

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
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// A release that rows of a batch may belong to: what the store holds of it, or the row that opens it, and whether
/// a row has taken it.
final class ReleaseCandidate {

    private static final Comparator<Schedule> BY_CAPTURE =
            Comparator.comparing(Schedule::capturedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final @Nullable ReportedRelease opener;
    private final List<Print> prints = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<Forecast> forecasts = new ArrayList<>();
    private @Nullable ReleaseId id;
    private boolean taken;

    private ReleaseCandidate(@Nullable ReleaseId id, @Nullable ReportedRelease opener) {
        this.id = id;
        this.opener = opener;
    }

    /// A release of the store, or one whose id was given and whose facts are all retracted.
    static ReleaseCandidate stored(ReleaseId id) {
        return new ReleaseCandidate(id, null);
    }

    /// A release that the store does not have.
    static ReleaseCandidate opened(ReportedRelease row) {
        return new ReleaseCandidate(null, row);
    }

    /// The id; empty until the release is named.
    Optional<ReleaseId> id() {
        return Optional.ofNullable(id);
    }

    void name(ReleaseId given) {
        id = given;
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
        return prints.stream().filter(print -> print.source().equals(source)).findFirst();
    }

    Stream<Schedule> schedules(String source) {
        return schedules.stream().filter(schedule -> schedule.source().equals(source));
    }

    /// The schedule of a source with a capture instant, or without one where it is null.
    Optional<Schedule> schedule(String source, @Nullable Instant capturedAt) {
        return schedules(source)
                .filter(schedule -> Objects.equals(schedule.capturedAt(), capturedAt))
                .findFirst();
    }

    /// The forecast of a source with this kind and capture instant. One without a capture is found under any kind
    /// where its own has none: a history has one forecast per release.
    Optional<Forecast> forecast(String source, ForecastKind kind, @Nullable Instant capturedAt) {
        List<Forecast> sameCapture = forecasts.stream()
                .filter(forecast -> forecast.source().equals(source))
                .filter(forecast -> Objects.equals(forecast.capturedAt(), capturedAt))
                .toList();
        return sameCapture.stream()
                .filter(forecast -> forecast.kind() == kind)
                .findFirst()
                .or(() -> capturedAt == null ? sameCapture.stream().findFirst() : Optional.empty());
    }

    boolean isReleased() {
        return !prints.isEmpty() || (opener != null && opener.actual() != null);
    }

    /// Whether no source says anything of it any more: all its facts are retracted.
    boolean isGone() {
        return prints.isEmpty() && schedules.isEmpty();
    }

    /// The instant of the release: of its print, else of its schedule, else of the row that opens it.
    Instant instant() {
        if (!prints.isEmpty()) {
            return prints.getFirst().knownAt();
        }
        return opener == null ? lastSchedule().scheduledAt() : opener.instant();
    }

    private Schedule lastSchedule() {
        Schedule last = schedules.getFirst();
        for (Schedule schedule : schedules) {
            last = BY_CAPTURE.compare(schedule, last) >= 0 ? schedule : last;
        }
        return last;
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
        schedules(source)
                .forEach(schedule ->
                        places.add(schedule.localDate() == null ? schedule.scheduledAt() : schedule.localDate()));
        if (opener != null) {
            places.add(opener.place());
        }
        return places;
    }

    /// Whether a source calls it by this event id.
    boolean isEvent(String source, String eventId) {
        return print(source).map(Print::eventId).filter(eventId::equals).isPresent()
                || schedules(source).map(Schedule::eventId).anyMatch(eventId::equals)
                || (opener != null && eventId.equals(opener.eventId()));
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
