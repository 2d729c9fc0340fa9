package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;

/// The value that a release announced, as one source gives it; a row of table `print`.
///
/// @param fact its number; a later fact of the same release and source replaces it
/// @param knownAt market time in whole seconds
/// @param period as the source declared it; null where it declared none
/// @param localDate the stated date where `knownAt` comes from the catalogue, else null
/// @param statements numbers of the rows that gave this print, the one in force last
public record Print(
        long fact,
        ReleaseId release,
        String source,
        Instant knownAt,
        BigDecimal actual,
        @Nullable BigDecimal previous,
        @Nullable LocalDate period,
        @Nullable LocalDate localDate,
        @Nullable String eventId,
        Set<Mark> marks,
        List<Long> statements)
        implements PlacedFact {

    public Print {
        marks = Set.copyOf(marks);
        statements = List.copyOf(statements);
    }

    @Override
    public Instant instant() {
        return knownAt;
    }

    @Override
    public Print numbered(long number) {
        return new Print(
                number,
                release,
                source,
                knownAt,
                actual.stripTrailingZeros(),
                previous == null ? null : previous.stripTrailingZeros(),
                period,
                localDate,
                eventId,
                marks,
                statements);
    }

    /// Whether the source stated no clock time.
    public boolean dateOnly() {
        return marks.contains(Mark.DATE_ONLY);
    }

    @Override
    public Object key() {
        return List.of(release, source);
    }
}
