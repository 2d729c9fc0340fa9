package org.macroedge.engine.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.vocabulary.Mark;

/// One input of a run as text, beginning with the instant at which it became known.
///
/// A release reads `knownAt|indicator|period|previous|actual|forecast|kind|print source|forecast source|marks`, where
/// a person's verdict is among the marks; a schedule reads `capturedAt|indicator|scheduled|source`.
final class InputLine {

    private InputLine() {}

    static String of(ObservedRelease release, @Nullable ObservedForecast forecast) {
        return String.join(
                "|",
                release.releasedAt().toString(),
                release.indicator().value(),
                release.period() == null ? "" : release.period().toString(),
                release.previous() == null ? "" : plain(release.previous()),
                plain(release.actual()),
                forecast == null ? "" : plain(forecast.value()),
                forecast == null ? "" : forecast.kind().code(),
                release.source(),
                forecast == null ? "" : forecast.source(),
                marks(release).stream().map(Mark::code).collect(Collectors.joining(",")));
    }

    private static Set<Mark> marks(ObservedRelease release) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(release.marks());
        if (release.verdict() != null) {
            marks.add(release.verdict().mark());
        }
        return marks;
    }

    static String of(ScheduledRelease schedule, Instant capturedAt) {
        return String.join(
                "|",
                capturedAt.toString(),
                schedule.indicator().value(),
                schedule.scheduledAt().toString(),
                schedule.source());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
