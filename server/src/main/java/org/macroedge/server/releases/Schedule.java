package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ReleaseId;

/// When a release is due according to a source; a row of table `schedule`.
///
/// @param capturedAt when the source said so; null in an imported history, which never counts as captured
public record Schedule(
        long fact,
        ReleaseId release,
        String source,
        @Nullable Instant capturedAt,
        Instant scheduledAt,
        @Nullable LocalDate period,
        @Nullable LocalDate localDate,
        boolean dateOnly,
        @Nullable String eventId)
        implements PlacedFact {

    @Override
    public Instant instant() {
        return scheduledAt;
    }

    @Override
    public Object key() {
        return Arrays.asList(release, source, capturedAt);
    }

    @Override
    public Schedule movedTo(Instant instant, long number) {
        return new Schedule(number, release, source, capturedAt, instant, period, localDate, dateOnly, eventId);
    }
}
