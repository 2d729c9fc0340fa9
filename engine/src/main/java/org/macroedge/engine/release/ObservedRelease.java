package org.macroedge.engine.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Verdict;

/// A release with its first print, as known at one record time.
///
/// @param releasedAt the instant at which the market knew it, in whole seconds
/// @param period the first day of the reference period; null where unknown
/// @param periodDeclared whether the source declared the period; an inferred one is shown and never decides
/// @param actual the first print that counts, in the indicator's unit
/// @param previous as this release states it
/// @param marks of its facts
/// @param verdict what a person stated about it; null where nobody did
public record ObservedRelease(
        ReleaseId releaseId,
        IndicatorId indicator,
        Instant releasedAt,
        @Nullable LocalDate period,
        boolean periodDeclared,
        BigDecimal actual,
        @Nullable BigDecimal previous,
        String source,
        List<ObservedForecast> forecasts,
        Set<Mark> marks,
        @Nullable Verdict verdict) {

    public ObservedRelease {
        if (releasedAt.getNano() != 0) {
            throw new IllegalArgumentException(releaseId + ": releasedAt " + releasedAt + " is finer than a second");
        }
        forecasts = List.copyOf(forecasts);
        marks = Set.copyOf(marks);
    }

    /// The period where the source declared it, else null.
    public @Nullable LocalDate declaredPeriod() {
        return periodDeclared ? period : null;
    }

    /// Whether a person set it aside, so that it enters neither Z nor σ.
    public boolean isSetAside() {
        return verdict != null && !verdict.counts();
    }
}
