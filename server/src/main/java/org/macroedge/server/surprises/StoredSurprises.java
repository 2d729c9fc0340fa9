package org.macroedge.server.surprises;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.statistics.RollingStatistics;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.MacroDataUpdated;

/// Keeps tables `surprise` and `rolling_statistic` at the facts of the latest record time: an update replaces the rows
/// of the indicators that changed, from the earliest changed market time on.
public final class StoredSurprises implements EventConsumer {

    private static final String NAME = "surprises";
    private static final String SURPRISES = "COPY surprise (release, indicator, released_at, actual, forecast,"
        + " forecast_kind, forecast_class, surprise, sigma, sigma_observations, z_raw, z, reason, marks) FROM STDIN";
    private static final String STATISTICS = "COPY rolling_statistic (indicator, as_of, days, count, mean,"
            + " standard_deviation, share_positive, weighted_mean) FROM STDIN";

    private final CatalogueInForce catalogue;
    private final LatestSurprises latest;
    private final Database database;
    private final BulkCopy copy;
    private final DerivedFrom derivedFrom;

    public StoredSurprises(CatalogueInForce catalogue, LatestSurprises latest, Database database) {
        this.catalogue = catalogue;
        this.latest = latest;
        this.database = database;
        this.copy = new BulkCopy(database.source());
        this.derivedFrom = new DerivedFrom(database.jdbc());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return Set.of(MacroDataUpdated.TYPE);
    }

    @Override
    public boolean isStale() {
        return !derivedFrom.isCurrent(NAME, inputs());
    }

    @Override
    public void rebuild() {
        database.transactions().executeWithoutResult(status -> {
            Surprises surprises = latest.at(null);
            database.jdbc().sql("DELETE FROM surprise").update();
            database.jdbc().sql("DELETE FROM rolling_statistic").update();
            write(
                    surprises,
                    catalogue.current().indicators().stream().map(Indicator::id).toList(),
                    Instant.EPOCH);
            derivedFrom.set(NAME, inputs(), surprises.facts().recordedAt());
        });
    }

    private String inputs() {
        return "formula=" + FormulaVersion.CURRENT + " catalogue="
                + catalogue.current().hash();
    }

    @Override
    public void accept(List<Event> events) {
        Instant complete = derivedFrom.completeTo(NAME);
        Surprises surprises = latest.at(null);
        events.stream()
                .filter(event -> event.recordedAt().isAfter(complete))
                .map(event -> event.read(MacroDataUpdated.class))
                .forEach(event -> update(surprises, event));
        derivedFrom.set(NAME, inputs(), surprises.facts().recordedAt());
    }

    private void update(Surprises surprises, MacroDataUpdated event) {
        String[] indicators = event.indicators().toArray(String[]::new);
        database.jdbc()
                .sql("DELETE FROM surprise WHERE indicator = ANY (?) AND released_at >= ?")
                .params(indicators, event.marketFrom().atOffset(ZoneOffset.UTC))
                .update();
        database.jdbc()
                .sql("DELETE FROM rolling_statistic WHERE indicator = ANY (?) AND as_of >= ?")
                .params(indicators, event.marketFrom().atOffset(ZoneOffset.UTC))
                .update();
        write(surprises, event.indicators().stream().map(IndicatorId::new).toList(), event.marketFrom());
    }

    private void write(Surprises surprises, Collection<IndicatorId> indicators, Instant from) {
        copy.write(
                SURPRISES,
                indicators.stream()
                        .flatMap(indicator -> surprises.of(indicator).stream())
                        .filter(one -> !one.release().releasedAt().isBefore(from)),
                StoredSurprises::surprise);
        copy.write(
                STATISTICS,
                indicators.stream().flatMap(indicator -> statistics(indicator, surprises.of(indicator), from)),
                StoredSurprises::statistic);
    }

    private static void surprise(StandardisedSurprise one, BulkCopy.Row row) {
        ObservedForecast forecast = one.forecast();
        StandardisedSurprise.Reason reason = one.reason();
        row.add(one.release().releaseId())
                .add(one.release().indicator())
                .add(one.release().releasedAt())
                .add(one.release().actual())
                .add(forecast == null ? null : forecast.value())
                .add(forecast == null ? null : forecast.kind().code())
                .add(forecast == null ? null : forecast.kind().forecastClass().code())
                .add(one.surprise())
                .add(one.sigma())
                .add(one.sigmaObservations())
                .add(one.zRaw())
                .add(one.z())
                .add(reason == null ? null : reason.code())
                .add(one.marks().stream().sorted().map(Mark::code).collect(Collectors.joining(",", "{", "}")));
    }

    private record Statistic(IndicatorId indicator, Instant asOf, int days, RollingStatistics values) {}

    private static Stream<Statistic> statistics(
            IndicatorId indicator, List<StandardisedSurprise> surprises, Instant from) {
        return surprises.stream()
                .map(one -> one.release().releasedAt())
                .distinct()
                .filter(asOf -> !asOf.isBefore(from))
                .flatMap(asOf -> RollingStatistics.WINDOWS.stream()
                        .map(days ->
                                new Statistic(indicator, asOf, days, RollingStatistics.of(surprises, asOf, days))));
    }

    private static void statistic(Statistic one, BulkCopy.Row row) {
        row.add(one.indicator())
                .add(one.asOf())
                .add(one.days())
                .add(one.values().count())
                .add(one.values().mean())
                .add(one.values().standardDeviation())
                .add(one.values().sharePositive())
                .add(one.values().weightedMean());
    }
}
