package org.macroedge.server.releases;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Which source's print stands for a release, and from when on. Every reader takes it from here.
///
/// The source of highest precedence that has a print gives the value and the instant, whichever of them was
/// first: an earlier instant of a worse source is no knowledge of the release. If only a worse source has a
/// print, and a better source's schedule of the release is one to three whole hours later, the clock of the
/// worse source is off: the release is then known at the scheduled instant.
///
/// @param releasedAt the instant at which the release is known
public record ReleaseWinner(Print print, Instant releasedAt) {

    /// Source clocks are off by time zone and daylight-saving time: by whole hours, and by no more than three.
    private static final long MOST_HOURS = 3;

    private static final long SECONDS_AN_HOUR = Duration.ofHours(1).toSeconds();

    /// Prints of one release, the one that stands for it first.
    public static Comparator<Print> bestFirst(SourceOrder sources) {
        return Comparator.comparing(Print::source, sources);
    }

    /// Schedules of one release, the one in force first: that of the best source, captured last. A schedule
    /// without a capture instant comes after the captured ones of its source.
    public static Comparator<Schedule> inForceFirst(SourceOrder sources) {
        return Comparator.comparing(Schedule::source, sources)
                .thenComparing(Schedule::capturedAt, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Schedule::scheduledAt);
    }

    /// @param print that of the best source that has one
    /// @param schedules of the release, from all sources, in any order
    public static ReleaseWinner of(Print print, List<Schedule> schedules, SourceOrder sources) {
        Instant releasedAt = schedules.stream()
                .filter(schedule -> sources.isBetter(schedule.source(), print.source()))
                .min(inForceFirst(sources))
                .map(Schedule::scheduledAt)
                .filter(scheduled -> isClockOff(print.knownAt(), scheduled))
                .orElse(print.knownAt());
        return new ReleaseWinner(print, releasedAt);
    }

    private static boolean isClockOff(Instant early, Instant scheduled) {
        long seconds = Duration.between(early, scheduled).toSeconds();
        return seconds > 0 && seconds % SECONDS_AN_HOUR == 0 && seconds / SECONDS_AN_HOUR <= MOST_HOURS;
    }

    /// Whether a better source's schedule gives the instant.
    public boolean isScheduleTime() {
        return !releasedAt.equals(print.knownAt());
    }
}
