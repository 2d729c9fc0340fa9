package org.macroedge.server.exports;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.bias.BiasHistories;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.prices.LatestPrices;
import org.macroedge.server.prices.PriceAnswers;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;
import org.macroedge.server.surprises.view.AnswerHeader;

/// Every export, for the command line and the REST API alike. Without `asOf`, an export of releases or surprises
/// contains everything stored.
public final class Exports {

    private final LatestSurprises surprises;
    private final LatestBias bias;
    private final LatestIndices indices;
    private final LatestPrices prices;
    private final Clock clock;

    public Exports(
            LatestSurprises surprises, LatestBias bias, LatestIndices indices, LatestPrices prices, Clock clock) {
        this.surprises = surprises;
        this.bias = bias;
        this.indices = indices;
        this.prices = prices;
        this.clock = clock;
    }

    /// Published releases, ascending by instant.
    public Export releases(Query query, ExportedReleases wanted) {
        Surprises known = known(query);
        KnownReleases facts = known.facts();
        Predicate<ObservedRelease> one = wanted.of(known.catalogue(), query.asOf());
        ExportOrigin origin = origin("releases", known, query);
        return new Export(
                origin,
                ReleaseColumns.RELEASES,
                () -> facts.releases().stream()
                        .filter(one)
                        .map(release -> ReleaseColumns.release(facts, indicator(known, release), release)),
                content(origin, wanted));
    }

    /// The same in the layout of profile `macro-edge`, which imports them again.
    public Export importable(Query query, ExportedReleases wanted) {
        Surprises known = known(query);
        KnownReleases facts = known.facts();
        Predicate<ObservedRelease> one = wanted.of(facts.catalogue(), query.asOf());
        ExportOrigin origin = origin("releases for import", known, query);
        return new Export(
                origin,
                ReleaseColumns.IMPORTABLE,
                () -> facts.releases().stream().filter(one).map(release -> ReleaseColumns.importable(facts, release)),
                content(origin, wanted));
    }

    /// Releases with their surprise, scale and z, by indicator, ascending.
    public Export surprises(Query query, ExportedReleases wanted) {
        Surprises known = known(query);
        KnownReleases facts = known.facts();
        Predicate<ObservedRelease> one = wanted.of(known.catalogue(), query.asOf());
        ExportOrigin origin = origin("surprises", known, query);
        return new Export(
                origin,
                ReleaseColumns.SURPRISES,
                () -> known.byIndicator().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(surprise -> one.test(surprise.release()))
                        .map(surprise ->
                                ReleaseColumns.surprise(facts, indicator(known, surprise.release()), surprise)),
                content(origin, wanted));
    }

    /// Null for a release of an indicator that the catalogue no longer has.
    private static @Nullable Indicator indicator(Surprises known, ObservedRelease release) {
        return known.catalogue().indicator(release.indicator().value()).orElse(null);
    }

    private ExportOrigin origin(String name, Surprises known, Query query) {
        KnownReleases facts = known.facts();
        return ExportOrigin.of(
                name,
                query.asOf(),
                facts.recordedAt(),
                known.instant(query.asOf(), clock).stale(),
                facts.sampleOnly());
    }

    /// The store up to a record time gives the same rows whenever it is asked.
    private static String content(ExportOrigin origin, ExportedReleases wanted) {
        return origin + " " + wanted;
    }

    /// Every instrument's bias at each daily close or release instant of a period, by instrument, ascending.
    ///
    /// @param instrument the id of one; null for all
    /// @param from null for a year before the end
    /// @param to null for asOf
    public Export bias(
            WeightedQuery query,
            @Nullable String instrument,
            @Nullable Instant from,
            @Nullable Instant to,
            HistoryGrid grid) {
        BiasHistories histories =
                bias.at(query.recordedAt()).histories(instrument, query.asOf(), from, to, grid, query.weightSet());
        RunHeader run = histories.head().run();
        return new Export(
                new ExportOrigin(
                        "bias",
                        run.asOf(),
                        query.recordedAt(),
                        run.runId(),
                        run.weightSet(),
                        run.weightsPrior(),
                        run.stale(),
                        run.sampleOnly()),
                HistoryColumns.COLUMNS,
                () -> histories
                        .all()
                        .get()
                        .flatMap(history ->
                                history.points().stream().map(point -> HistoryColumns.cells(history, point))),
                histories.head());
    }

    /// Surprise indices at each daily close or release instant of a period, by index, ascending.
    ///
    /// @param index the id or an alias of one; null for all
    /// @param from null for a year before the end
    /// @param to null for asOf
    public Export indices(
            Query query, @Nullable String index, @Nullable Instant from, @Nullable Instant to, HistoryGrid grid) {
        List<IndexHistory> histories = indices.at(query.recordedAt()).histories(index, query.asOf(), from, to, grid);
        AnswerHeader header =
                histories.isEmpty() ? null : histories.getFirst().header().answer();
        return new Export(
                ExportOrigin.of(
                        "indices",
                        header == null ? query.asOf() : header.asOf(),
                        query.recordedAt(),
                        header == null ? null : header.stale(),
                        header == null ? null : header.sampleOnly()),
                IndexColumns.COLUMNS,
                () -> histories.stream()
                        .flatMap(
                                history -> history.points().stream().map(point -> IndexColumns.cells(history, point))));
    }

    /// Every daily close of every series, by instrument and series, ascending.
    ///
    /// @param instrument the id of one; null for all
    /// @param from its date in UTC is the first trading date; null for the first
    /// @param to its date in UTC is the last trading date; null for the last
    public Export prices(Query query, @Nullable String instrument, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && query.asOf() != null) {
            Instants.checkPeriod(from, query.asOf());
        }
        if (from != null && to != null) {
            Instants.checkPeriod(from, to);
        }
        PriceAnswers answers = prices.at(query.recordedAt());
        answers.check(instrument);
        return new Export(
                ExportOrigin.of("prices", query.asOf(), query.recordedAt(), null, null),
                PriceColumns.COLUMNS,
                () -> answers.records(instrument, query.asOf(), from, to)
                        .map(close -> PriceColumns.cells(close.series(), close.point())));
    }

    /// @throws MacroEdgeException with `unknown-instrument` where a symbol is one of no instrument
    public void check(BrokerSymbols symbols, @Nullable Instant recordedAt) {
        PriceAnswers answers = prices.at(recordedAt);
        symbols.instruments().forEach(answers::check);
    }

    private Surprises known(Query query) {
        if (query.asOf() != null) {
            Instants.checkAsOf(query.asOf(), clock.instant());
        }
        return surprises.at(query.recordedAt());
    }
}
