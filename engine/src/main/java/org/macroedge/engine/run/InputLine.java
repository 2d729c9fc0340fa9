package org.macroedge.engine.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;

/// One input of a run with the instant at which it became known.
///
/// @param rank tells apart the lines of one release: surveyed, modelled, without forecast, schedule
record InputLine(Instant knownAt, String indicator, ReleaseId releaseId, int rank, String text) {

    /// The order of the chain: as inputs became known, then by indicator, release and rank; the text decides what is
    /// left.
    static final Comparator<InputLine> ORDER = Comparator.comparing(InputLine::knownAt)
            .thenComparing(InputLine::indicator)
            .thenComparing(InputLine::releaseId)
            .thenComparingInt(InputLine::rank)
            .thenComparing(InputLine::text);

    static final int WITHOUT_FORECAST = 2;
    private static final int SCHEDULE = 3;

    static InputLine of(ObservedRelease release, @Nullable ObservedForecast forecast, int rank) {
        String marks = release.marks().stream().sorted().map(Mark::code).collect(Collectors.joining(","));
        String text = String.join(
                "|",
                release.releasedAt().toString(),
                release.releaseId().value(),
                release.period() == null ? "" : release.period().toString(),
                plain(release.actual()),
                forecast == null ? "" : plain(forecast.value()),
                forecast == null ? "" : forecast.kind().code(),
                release.source(),
                forecast == null ? "" : forecast.source(),
                marks);
        return new InputLine(release.releasedAt(), release.indicator().value(), release.releaseId(), rank, text);
    }

    static InputLine of(ScheduledRelease schedule, Instant capturedAt) {
        String text = String.join(
                "|",
                capturedAt.toString(),
                schedule.releaseId().value(),
                schedule.scheduledAt().toString(),
                schedule.source());
        return new InputLine(capturedAt, schedule.indicator().value(), schedule.releaseId(), SCHEDULE, text);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
