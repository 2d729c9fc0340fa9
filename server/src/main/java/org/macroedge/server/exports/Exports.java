package org.macroedge.server.exports;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// Every export, for the command line and for REST alike. Of each, `asOf` is market time, by default without an end;
/// `recordedAt` is record time, by default the latest.
public final class Exports {

    private static final List<String> RELEASES =
            List.of("indicator", "released_at", "period", "actual", "forecast", "previous");
    private static final List<String> SURPRISES = List.of(
            "indicator",
            "released_at",
            "actual",
            "forecast",
            "forecast_kind",
            "previous",
            "surprise",
            "sigma",
            "z_raw",
            "z");

    private final LatestSurprises surprises;
    private final LatestBias bias;
    private final Clock clock;

    public Exports(LatestSurprises surprises, LatestBias bias, Clock clock) {
        this.surprises = surprises;
        this.bias = bias;
        this.clock = clock;
    }

    /// Every release in the layout of profile `macro-edge`, ascending by instant.
    ///
    /// @param from null for the first
    public Export releases(@Nullable Instant asOf, @Nullable Instant recordedAt, @Nullable Instant from) {
        Surprises known = known(asOf, recordedAt);
        return new Export(
                RELEASES,
                () -> known.facts().releases().stream()
                        .filter(release -> isKnown(release, asOf))
                        .filter(release -> from == null || !release.releasedAt().isBefore(from))
                        .map(Exports::release));
    }

    /// Every release with its surprise, scale and z, by indicator, ascending.
    public Export surprises(@Nullable Instant asOf, @Nullable Instant recordedAt) {
        Surprises known = known(asOf, recordedAt);
        return new Export(
                SURPRISES,
                () -> known.byIndicator().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(surprise -> isKnown(surprise.release(), asOf))
                        .map(Exports::surprise));
    }

    /// Every instrument's bias at each daily close or release instant of a span, by instrument, ascending.
    ///
    /// @param asOf null for now
    /// @param from null for a year before the end
    /// @param to null for asOf
    /// @param at `close` or `release`
    public Export bias(
            @Nullable Instant asOf,
            @Nullable Instant recordedAt,
            @Nullable Instant from,
            @Nullable Instant to,
            String at,
            String weightSet) {
        List<BiasHistory> histories = bias.at(recordedAt).histories(asOf, from, to, at, weightSet);
        return new Export(
                HistoryColumns.NAMES,
                () -> histories.stream()
                        .flatMap(history ->
                                history.points().stream().map(point -> HistoryColumns.cells(history, point))),
                histories.isEmpty() ? null : histories.getFirst());
    }

    private Surprises known(@Nullable Instant asOf, @Nullable Instant recordedAt) {
        Surprises known = surprises.at(recordedAt);
        if (asOf != null) {
            known.instant(asOf, clock); // refuses what is finer than a second or lies ahead
        }
        return known;
    }

    private static boolean isKnown(ObservedRelease release, @Nullable Instant asOf) {
        return asOf == null || !release.releasedAt().isAfter(asOf);
    }

    private static List<@Nullable Object> release(ObservedRelease release) {
        ObservedForecast forecast = release.forecasts().stream().findFirst().orElse(null);
        return Arrays.asList(
                release.indicator(),
                release.marks().contains(Mark.DATE_ONLY) ? release.releaseId().date() : release.releasedAt(),
                release.declaredPeriod(),
                release.actual(),
                forecast == null ? null : forecast.value(),
                release.previous());
    }

    private static List<@Nullable Object> surprise(StandardisedSurprise one) {
        ObservedForecast forecast = one.forecast();
        return Arrays.asList(
                one.release().indicator(),
                one.release().releasedAt(),
                one.release().actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                one.release().previous(),
                one.surprise(),
                one.sigma(),
                one.zRaw(),
                one.z());
    }
}
