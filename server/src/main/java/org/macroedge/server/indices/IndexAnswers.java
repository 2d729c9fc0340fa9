package org.macroedge.server.indices;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.engine.bias.IndexBreakdown;
import org.macroedge.engine.bias.IndexModel;
import org.macroedge.engine.bias.IndexPoints;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexHeader;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexItem;
import org.macroedge.server.indices.view.IndexList;
import org.macroedge.server.indices.view.IndexWaterfall;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Contributions;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryInstants;
import org.macroedge.server.surprises.Surprises;
import org.macroedge.server.surprises.Waterfalls;

/// Every answer about surprise indices, from the facts known at one record time. Immutable and thread-safe.
public final class IndexAnswers {

    private static final int DAYS_A_WEEK = 7;
    private static final int DAYS_A_YEAR = 366;

    private final Catalogue catalogue;
    private final Surprises surprises;
    private final IndexModel model;
    private final Clock clock;

    IndexAnswers(Surprises surprises, Clock clock) {
        this.catalogue = surprises.catalogue();
        this.surprises = surprises;
        this.model = new IndexModel(catalogue.indicators(), catalogue.indices(), surprises.byIndicator());
        this.clock = clock;
    }

    /// Every index, in the order of the catalogue.
    ///
    /// @param asOf null for now
    public IndexList list(@Nullable Instant asOf) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        List<IndexBreakdown> now = model.at(instant.asOf());
        List<IndexBreakdown> dayBefore = model.at(dayBefore(instant));
        List<IndexBreakdown> weekBefore = model.at(weekBefore(instant));
        List<IndexItem> items = new ArrayList<>();
        for (int position = 0; position < now.size(); position++) {
            items.add(IndexViews.item(
                    now.get(position),
                    IndexViews.change(now.get(position), dayBefore.get(position), weekBefore.get(position))));
        }
        return new IndexList(header(instant), items);
    }

    /// One index down to each release.
    ///
    /// @param name its id or an alias
    /// @throws MacroEdgeException with `unknown-index`, naming the three nearest
    public IndexExplanation explanation(String name, @Nullable Instant asOf) {
        SurpriseIndex index = index(name);
        AnswerInstant instant = surprises.instant(asOf, clock);
        IndexBreakdown now = model.at(index, instant.asOf());
        IndexItem item = IndexViews.item(
                now, IndexViews.change(now, model.at(index, dayBefore(instant)), model.at(index, weekBefore(instant))));
        return new IndexExplanation(
                header(instant),
                item,
                index.weights().id(),
                IndexViews.halfLives(index.weights()),
                index.weights().clip(),
                Contributions.views(now.contributions()),
                Contributions.inactive(now.missing()));
    }

    /// Why one index changed.
    ///
    /// @param from null for 24 hours before the end
    /// @param to null for, and at the latest, asOf
    /// @throws MacroEdgeException with `invalid-instant` where the span ends before it starts
    public IndexWaterfall change(String name, @Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to) {
        SurpriseIndex index = index(name);
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant end = instant.end(to).truncatedTo(ChronoUnit.SECONDS);
        Instant start = (from == null ? end.minus(1, ChronoUnit.DAYS) : from).truncatedTo(ChronoUnit.SECONDS);
        Instants.checkPeriod(start, end);
        List<WaterfallPart> parts = model.change(index, start, end);
        return new IndexWaterfall(
                header(instant),
                index.id(),
                index.name(),
                start,
                end,
                model.at(index, start).reading().z(),
                model.at(index, end).reading().z(),
                Waterfalls.totals(parts),
                Waterfalls.steps(parts));
    }

    private static Instant dayBefore(AnswerInstant instant) {
        return instant.asOf().minus(1, ChronoUnit.DAYS);
    }

    private static Instant weekBefore(AnswerInstant instant) {
        return instant.asOf().minus(DAYS_A_WEEK, ChronoUnit.DAYS);
    }

    /// One index over a period, by default the closes of the year before asOf. It has no points before the first
    /// release known: a period may start at any time, and the answer does not grow with it.
    ///
    /// @throws MacroEdgeException with `invalid-instant` where the period ends before it starts
    public IndexHistory history(
            String name, @Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to, HistoryGrid grid) {
        SurpriseIndex index = index(name);
        Period period = period(asOf, from, to, grid);
        return history(model.history(index, period.seconds()), period);
    }

    /// Every index, or one, over a period, as [#history] does for one; each point is made when it is read.
    ///
    /// @param name the id or an alias of one; null for all
    public List<IndexHistory> histories(
            @Nullable String name,
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            HistoryGrid grid) {
        if (name != null) {
            return List.of(history(name, asOf, from, to, grid));
        }
        Period period = period(asOf, from, to, grid);
        Stream<IndexPoints> all = model.history(period.seconds()).stream();
        return all.map(points -> history(points, period)).toList();
    }

    /// Every index at each daily close from an instant on, between the first release and the last.
    Stream<IndexRow> closes(Instant from) {
        List<ObservedRelease> releases = surprises.facts().releases();
        if (releases.isEmpty()) {
            return Stream.empty();
        }
        Instant first = releases.getFirst().releasedAt();
        List<Instant> closes = HistoryInstants.closes(
                from.isBefore(first) ? first : from, releases.getLast().releasedAt());
        long[] seconds = closes.stream().mapToLong(Instant::getEpochSecond).toArray();
        return closes.isEmpty()
                ? Stream.empty()
                : model.history(seconds).stream()
                        .flatMap(points -> IntStream.range(0, points.size())
                                .mapToObj(place -> row(points, closes.get(place), points.at(place))));
    }

    private static IndexRow row(IndexPoints points, Instant asOf, IndexReading reading) {
        return new IndexRow(points.index().id(), asOf, reading.z(), reading.coverage(), IndexViews.reason(reading));
    }

    /// The instant of the last release; [Instant#EPOCH] where there is none.
    Instant lastRelease() {
        List<ObservedRelease> releases = surprises.facts().releases();
        return releases.isEmpty() ? Instant.EPOCH : releases.getLast().releasedAt();
    }

    /// The hash of the catalogue that they were computed by.
    String catalogueHash() {
        return catalogue.hash();
    }

    /// The record time of the facts.
    Instant recordedAt() {
        return surprises.facts().recordedAt();
    }

    private record Period(AnswerInstant instant, Instant from, Instant to, HistoryGrid grid, List<Instant> instants) {

        long[] seconds() {
            return instants.stream().mapToLong(Instant::getEpochSecond).toArray();
        }
    }

    private Period period(@Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to, HistoryGrid grid) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant end = instant.end(to);
        Instant start = from == null ? end.minus(DAYS_A_YEAR, ChronoUnit.DAYS) : from;
        Instants.checkPeriod(start, end);
        List<Instant> instants =
                HistoryInstants.of(grid, start, end, surprises.facts().releases());
        return new Period(instant, start, end, grid, instants);
    }

    private IndexHistory history(IndexPoints points, Period period) {
        return new IndexHistory(
                header(period.instant()),
                points.index().id(),
                points.index().name(),
                period.from(),
                period.to(),
                period.grid().code(),
                new IndexHistoryPoints(points, period.instants()));
    }

    private IndexHeader header(AnswerInstant instant) {
        return new IndexHeader(surprises.header(instant), FormulaVersion.CURRENT, catalogue.hash());
    }

    /// The index with an id or an alias.
    ///
    /// @throws MacroEdgeException with `unknown-index`, naming the three nearest
    public SurpriseIndex index(String name) {
        return catalogue
                .index(name)
                .orElseThrow(() -> UnknownName.index(
                        name,
                        catalogue.indices().stream()
                                .flatMap(index -> Stream.concat(Stream.of(index.id()), index.aliases().stream()))
                                .toList()));
    }
}
