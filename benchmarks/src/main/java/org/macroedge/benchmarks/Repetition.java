package org.macroedge.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// An archive repeated end to end, to see whether the cost of a contribution depends on how much there is.
final class Repetition {

    /// 679 weeks, the least whole number that thirteen years fit in (the archive spills into one more): closes stay on
    /// weekdays.
    static final long SECONDS = 679L * 7 * 86_400;

    private Repetition() {}

    static List<StandardisedSurprise> of(List<StandardisedSurprise> series, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(at -> series.stream().map(one -> later(one, at * SECONDS)))
                .toList();
    }

    private static StandardisedSurprise later(StandardisedSurprise one, long seconds) {
        ObservedRelease release = one.release();
        ObservedRelease moved = new ObservedRelease(
                release.releaseId(),
                release.indicator(),
                release.releasedAt().plusSeconds(seconds),
                release.period(),
                release.periodDeclared(),
                release.actual(),
                release.previous(),
                release.source(),
                release.forecasts(),
                release.marks(),
                release.verdict());
        return new StandardisedSurprise(
                moved,
                one.forecast(),
                one.surprise(),
                one.sigma(),
                one.sigmaObservations(),
                one.zRaw(),
                one.z(),
                one.reason(),
                one.marks());
    }

    static Indicator withoutEnd(Indicator one) {
        return new Indicator(
                one.id(),
                one.name(),
                one.shortName(),
                one.region(),
                one.category(),
                one.unit(),
                one.transform(),
                one.adjustment(),
                one.frequency(),
                one.meetings(),
                one.polarity(),
                one.importance(),
                one.group(),
                one.stage(),
                one.step(),
                one.floor(),
                one.lag(),
                one.previousRefersTo(),
                one.policyRate(),
                one.release(),
                one.prior(),
                one.validFrom(),
                null,
                one.successor());
    }
}
