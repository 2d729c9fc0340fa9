package org.macroedge.server.surprises;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The instant that an answer is for, since a bias decays continuously and "now" needs one.
///
/// @param stale whether no instant was requested and the last release is more than ten days old
public record AnswerInstant(Instant asOf, boolean stale) {

    /// Data older than this are not today's market.
    private static final Duration FRESH = Duration.ofDays(10);

    /// The instant of an answer for which none was requested. If the last release is more than ten days old, it is
    /// that release's. Otherwise it is the last full hour, or the last release if that is later, so that one run
    /// holds for an hour.
    ///
    /// @param lastRelease the last one with an actual and an instant not after the clock; null without any
    public static AnswerInstant now(Instant clock, @Nullable Instant lastRelease) {
        Instant hour = clock.truncatedTo(ChronoUnit.HOURS);
        if (lastRelease == null) {
            return new AnswerInstant(hour, false);
        }
        if (lastRelease.isBefore(clock.minus(FRESH))) {
            return new AnswerInstant(lastRelease, true);
        }
        return new AnswerInstant(lastRelease.isAfter(hour) ? lastRelease : hour, false);
    }

    /// The first instant after `clock` at which [#now] may be another. Until then it is the same for every clock,
    /// and so is an answer for which no instant was requested, unless the store changes.
    ///
    /// @param news when releases came, or anything else that counts as one; also what is after the clock
    public static Instant nextChange(Instant clock, Stream<Instant> news) {
        Instant nextHour = clock.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return news.flatMap(instant -> Stream.of(instant, instant.plus(FRESH).plusNanos(1)))
                .filter(change -> change.isAfter(clock) && change.isBefore(nextHour))
                .min(Comparator.naturalOrder())
                .orElse(nextHour);
    }

    /// The end of a span: as asked for, and at the latest the instant of the answer.
    ///
    /// @param asked null for the instant of the answer
    public Instant end(@Nullable Instant asked) {
        return asked == null || asked.isAfter(asOf) ? asOf : asked;
    }
}
