package org.macroedge.engine.revision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.release.ObservedRelease;

/// Releases with a previous figure.
final class RevisionFixture {

    private RevisionFixture() {}

    static ObservedRelease release(String indicator, long day, String actual, @Nullable String previous) {
        return of(Samples.release(indicator, day, actual, null), null, false, previous);
    }

    static ObservedRelease of(
            ObservedRelease release, @Nullable LocalDate period, boolean declared, @Nullable String previous) {
        return copy(release, period, declared, release.actual(), previous == null ? null : new BigDecimal(previous));
    }

    static ObservedRelease negated(ObservedRelease release) {
        BigDecimal previous = release.previous();
        return copy(
                release,
                release.period(),
                release.periodDeclared(),
                release.actual().negate(),
                previous == null ? null : previous.negate());
    }

    private static ObservedRelease copy(
            ObservedRelease release,
            @Nullable LocalDate period,
            boolean declared,
            BigDecimal actual,
            @Nullable BigDecimal previous) {
        return new ObservedRelease(
                release.releaseId(),
                release.indicator(),
                release.releasedAt(),
                period,
                declared,
                actual,
                previous,
                release.source(),
                release.forecasts(),
                release.marks(),
                release.verdict());
    }

    static List<Revision> revisions(List<RevisedRelease> rows) {
        return rows.stream().flatMap(row -> row.revisions().stream()).toList();
    }

    static Indicator ofPriorStage(Indicator indicator) {
        return new Indicator(
                indicator.id(),
                indicator.name(),
                indicator.shortName(),
                indicator.region(),
                indicator.category(),
                indicator.unit(),
                indicator.transform(),
                indicator.adjustment(),
                indicator.frequency(),
                indicator.meetings(),
                indicator.polarity(),
                indicator.importance(),
                indicator.group(),
                indicator.stage(),
                indicator.step(),
                indicator.floor(),
                indicator.lag(),
                PreviousRefersTo.PRIOR_STAGE,
                indicator.policyRate(),
                indicator.release(),
                indicator.prior(),
                indicator.validFrom(),
                indicator.validTo(),
                indicator.successor());
    }
}
