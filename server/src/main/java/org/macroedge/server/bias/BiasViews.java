package org.macroedge.server.bias;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasChange;
import org.macroedge.server.bias.view.BiasContribution;
import org.macroedge.server.bias.view.BiasDriver;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasHistoryPoint;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.HeatCell;
import org.macroedge.server.bias.view.MissingIndicator;

/// From the engine's bias to the shapes of the answers, in this one place.
final class BiasViews {

    /// As many reasons as a reader takes in at a glance.
    private static final int DRIVERS = 3;

    private static final double SECONDS_A_DAY = 86_400;

    private static final Comparator<Contribution> BY_SIZE = Comparator.comparingDouble(
                    (Contribution one) -> -Math.abs(one.contribution()))
            .thenComparing(one -> one.indicator().id());

    private BiasViews() {}

    static BiasItem item(InstrumentBias bias, BiasChange change) {
        Label label = bias.label();
        InstrumentBias.Reason reason = bias.reason();
        return new BiasItem(
                bias.instrument().id().value(),
                bias.instrument().name(),
                bias.instrument().assetClass().code(),
                bias.score(),
                label == null ? null : label.code(),
                bias.z(),
                bias.confidence().value(),
                bias.confidence().coverage(),
                bias.confidence().freshness(),
                bias.confidence().quality(),
                bias.confidence().agreement(),
                reason == null ? null : reason.code(),
                change,
                bias.contributions().stream()
                        .sorted(BY_SIZE)
                        .limit(DRIVERS)
                        .map(BiasViews::driver)
                        .toList());
    }

    /// The score minus that of a day and of a week before; null where either is undefined.
    static BiasChange change(InstrumentBias now, InstrumentBias dayBefore, InstrumentBias weekBefore) {
        return new BiasChange(difference(now.score(), dayBefore.score()), difference(now.score(), weekBefore.score()));
    }

    static List<BiasContribution> contributions(InstrumentBias bias) {
        return bias.contributions().stream()
                .sorted(BY_SIZE)
                .map(BiasViews::contribution)
                .toList();
    }

    static List<MissingIndicator> missing(InstrumentBias bias) {
        return bias.missing().stream()
                .map(one -> new MissingIndicator(
                        one.indicator().id().value(), one.weight(), one.reason().code()))
                .toList();
    }

    private static BiasDriver driver(Contribution one) {
        Indicator indicator = one.indicator();
        StandardisedSurprise surprise = one.surprise();
        return new BiasDriver(
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().name(),
                surprise.release().releaseId().value(),
                surprise.release().releasedAt(),
                surprise.release().actual(),
                forecast(surprise),
                Objects.requireNonNull(surprise.z()),
                one.contribution());
    }

    private static BiasContribution contribution(Contribution one) {
        Indicator indicator = one.indicator();
        StandardisedSurprise surprise = one.surprise();
        ObservedForecast forecast = surprise.forecast();
        return new BiasContribution(
                indicator.id().value(),
                indicator.name(),
                indicator.region().name(),
                indicator.category().code(),
                surprise.release().releaseId().value(),
                surprise.release().releasedAt(),
                surprise.release().actual(),
                forecast(surprise),
                forecast == null ? null : forecast.kind().code(),
                surprise.surprise(),
                surprise.sigma(),
                surprise.sigmaObservations(),
                surprise.zRaw(),
                Objects.requireNonNull(surprise.z()),
                one.ageSeconds() / SECONDS_A_DAY,
                one.decay(),
                one.weight(),
                one.contribution(),
                one.marks().stream().sorted().map(Mark::code).toList());
    }

    private static @Nullable BigDecimal forecast(StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        return forecast == null ? null : forecast.value();
    }

    private static @Nullable Double difference(@Nullable Double now, @Nullable Double before) {
        return now == null || before == null ? null : now - before;
    }

    static BiasAnswer answer(BiasSummary run, BiasItem item) {
        return new BiasAnswer(
                run.asOf(),
                run.runId(),
                run.weightSet(),
                run.stale(),
                run.sampleOnly(),
                item.instrument(),
                item.name(),
                item.assetClass(),
                item.score(),
                item.label(),
                item.z(),
                item.confidence(),
                item.coverage(),
                item.freshness(),
                item.quality(),
                item.agreement(),
                item.reason(),
                item.change(),
                item.drivers());
    }

    static BiasExplanation explanation(BiasSummary run, BiasItem item, InstrumentBias bias) {
        return new BiasExplanation(
                run.asOf(),
                run.runId(),
                run.weightSet(),
                run.stale(),
                run.sampleOnly(),
                item.instrument(),
                item.name(),
                item.assetClass(),
                item.score(),
                item.label(),
                item.z(),
                item.confidence(),
                item.coverage(),
                item.freshness(),
                item.quality(),
                item.agreement(),
                item.reason(),
                item.change(),
                item.drivers(),
                contributions(bias),
                missing(bias));
    }

    static BiasHistoryPoint point(InstrumentBias bias, Instant asOf, String runId) {
        Label label = bias.label();
        InstrumentBias.Reason reason = bias.reason();
        return new BiasHistoryPoint(
                asOf,
                runId,
                bias.score(),
                label == null ? null : label.code(),
                bias.z(),
                bias.confidence().value(),
                bias.confidence().coverage(),
                bias.confidence().freshness(),
                bias.confidence().quality(),
                bias.confidence().agreement(),
                reason == null ? null : reason.code());
    }

    static HeatCell cell(org.macroedge.engine.bias.HeatCell cell) {
        InstrumentBias.Reason reason = cell.reason();
        return new HeatCell(
                cell.region().code(),
                cell.category().code(),
                cell.z(),
                cell.live(),
                cell.indicators(),
                reason == null ? null : reason.code());
    }
}
