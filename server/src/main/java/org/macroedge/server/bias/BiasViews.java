package org.macroedge.server.bias;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.HeatCell;
import org.macroedge.engine.bias.IndexBreakdown;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.bias.PairCoverage;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.bias.view.BiasChange;
import org.macroedge.server.bias.view.BiasDriver;
import org.macroedge.server.bias.view.BiasHistoryPoint;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.HeatMapCell;
import org.macroedge.server.bias.view.HeatMapTotal;
import org.macroedge.server.bias.view.SideCoverage;
import org.macroedge.server.surprises.Contributions;

/// Maps the engine's bias to the shapes of the answers.
final class BiasViews {

    /// As many reasons as a reader can see at a glance.
    private static final int DRIVERS = 3;

    private BiasViews() {}

    /// @param sameInputsAs an earlier bias that is the same opinion; null where there is none
    static BiasItem item(InstrumentBias bias, BiasChange change, @Nullable InstrumentBias sameInputsAs) {
        return new BiasItem(
                bias.instrument().id().value(),
                bias.instrument().name(),
                bias.instrument().assetClass().code(),
                reading(bias),
                sides(bias),
                change,
                parts(bias),
                drivers(bias.reasonsFor()),
                drivers(bias.reasonsAgainst()),
                sameInputsAs == null ? null : sameInputsAs.instrument().id().value(),
                drivers(bias.bySize()));
    }

    private static List<SideCoverage> sides(InstrumentBias bias) {
        PairCoverage sides = bias.sides();
        if (sides == null) {
            return List.of();
        }
        return List.of(
                new SideCoverage(bias.instrument().base(), sides.base()),
                new SideCoverage(bias.instrument().quote(), sides.quote()));
    }

    private static Map<String, Double> parts(InstrumentBias bias) {
        Map<String, Double> parts = new LinkedHashMap<>();
        bias.parts().forEach((category, sum) -> parts.put(category.code(), sum));
        return parts;
    }

    private static List<BiasDriver> drivers(List<Contribution> bySize) {
        return bySize.stream().limit(DRIVERS).map(BiasViews::driver).toList();
    }

    private static BiasReading reading(InstrumentBias bias) {
        return new BiasReading(
                bias.score(),
                code(bias.label()),
                bias.z(),
                bias.health().value(),
                bias.health().coverage(),
                bias.health().freshness(),
                bias.health().quality(),
                bias.composition().agreement(),
                bias.composition().breadth(),
                bias.composition().newShare(),
                code(bias.reason()));
    }

    static @Nullable String code(@Nullable Coded constant) {
        return constant == null ? null : constant.code();
    }

    /// The score minus the scores of a day and a week before; null if either is undefined.
    static BiasChange change(InstrumentBias now, InstrumentBias dayBefore, InstrumentBias weekBefore) {
        return new BiasChange(
                difference(now.score(), dayBefore.score()),
                difference(now.score(), weekBefore.score()),
                code(dayBefore.label()));
    }

    private static BiasDriver driver(Contribution contribution) {
        Indicator indicator = contribution.indicator();
        StandardisedSurprise surprise = contribution.surprise();
        return new BiasDriver(
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                surprise.release().releaseId().value(),
                surprise.release().releasedAt(),
                surprise.release().actual(),
                Contributions.forecast(surprise),
                Contributions.forecastKind(surprise),
                contribution.z(),
                Contributions.ageDays(contribution),
                contribution.contribution());
    }

    private static @Nullable Double difference(@Nullable Double now, @Nullable Double before) {
        return now == null || before == null ? null : now - before;
    }

    static BiasHistoryPoint point(InstrumentBias bias, Instant asOf, String runId) {
        return new BiasHistoryPoint(asOf, runId, reading(bias));
    }

    static HeatMapTotal total(IndexBreakdown region) {
        IndexReading reading = region.reading();
        return new HeatMapTotal(
                region.index().id(),
                region.live() == 0 ? null : reading.z(),
                reading.coverage(),
                region.live(),
                region.indicators(),
                code(reading.reason()));
    }

    static HeatMapCell cell(HeatCell cell) {
        return new HeatMapCell(
                cell.region().code(),
                cell.category().code(),
                cell.z(),
                cell.live(),
                cell.indicators(),
                code(cell.reason()));
    }
}
