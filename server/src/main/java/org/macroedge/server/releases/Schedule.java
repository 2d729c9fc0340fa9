package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ReleaseId;

/// When a release is due according to a source; a row of table `schedule`.
///
/// @param capturedAt when the source said so; null in an imported history, which never counts as captured
/// @param capturedBy the batch whose record time is the capture, for a release that was to come when it was
/// read; else null
/// @param statement number of the row that said it
public record Schedule(
        long fact,
        ReleaseId release,
        String source,
        @Nullable Instant capturedAt,
        @Nullable Long capturedBy,
        Instant scheduledAt,
        @Nullable LocalDate period,
        @Nullable LocalDate localDate,
        boolean dateOnly,
        @Nullable String eventId,
        long statement)
        implements PlacedFact {

    @Override
    public Instant instant() {
        return scheduledAt;
    }

    @Override
    public Object key() {
        return Arrays.asList(release, source, capturedBy == null ? capturedAt : capturedBy);
    }

    @Override
    public Schedule numbered(long number) {
        return new Schedule(
                number,
                release,
                source,
                capturedBy == null ? capturedAt : null,
                capturedBy,
                scheduledAt,
                period,
                localDate,
                dateOnly,
                eventId,
                statement);
    }
}
