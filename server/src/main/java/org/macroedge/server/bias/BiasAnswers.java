package org.macroedge.server.bias;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.bias.SameInputs;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.run.InputChain;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasChange;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.BiasWaterfall;
import org.macroedge.server.bias.view.FlipAnswer;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.NextFlips;
import org.macroedge.server.bias.view.RecentCloses;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Contributions;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryInstants;
import org.macroedge.server.surprises.Surprises;

/// Every answer about the bias, from the facts known at one record time. Immutable except for its caches, and
/// thread-safe.
public final class BiasAnswers {

    private static final int DAYS_A_WEEK = 7;

    /// So many points of an export are held at a time: a few megabytes, and its first rows come soon.
    private static final int EXPORTED_AT_ONCE = 100_000;

    private final Catalogue catalogue;
    private final KnownReleases facts;
    private final Surprises surprises;
    private final Clock clock;
    private final BiasModels models;

    public BiasAnswers(Surprises surprises, Clock clock) {
        this.catalogue = surprises.catalogue();
        this.facts = surprises.facts();
        this.surprises = surprises;
        this.clock = clock;
        this.models = new BiasModels(surprises);
    }

    /// Every instrument's bias.
    ///
    /// @param asOf null for now
    public BiasSummary summary(@Nullable Instant asOf, String weightSet) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        BiasModel model = models.of(weightSet);
        List<InstrumentBias> biases = model.at(instant.asOf());
        return new BiasSummary(
                models.header(instant, weightSet),
                LabelBounds.CURRENT,
                OneOpinion.lead(biases),
                facts.releases().isEmpty()
                        ? null
                        : OneOpinion.independent(
                                model, facts.releases().getFirst().releasedAt(), instant.asOf()),
                ReleaseCauses.of(RecentScores.effects(instant.asOf(), model, facts.releases()), model, surprises),
                items(model, biases, instant.asOf()));
    }

    private static List<BiasItem> items(BiasModel model, List<InstrumentBias> now, Instant asOf) {
        List<@Nullable InstrumentBias> same = SameInputs.of(now);
        List<InstrumentBias> dayBefore = model.at(asOf.minus(1, ChronoUnit.DAYS));
        List<InstrumentBias> weekBefore = model.at(asOf.minus(DAYS_A_WEEK, ChronoUnit.DAYS));
        List<BiasItem> items = new ArrayList<>();
        for (int index = 0; index < now.size(); index++) {
            BiasChange change = BiasViews.change(now.get(index), dayBefore.get(index), weekBefore.get(index));
            items.add(BiasViews.item(now.get(index), change, same.get(index)));
        }
        return items;
    }

    /// One instrument's bias.
    ///
    /// @throws MacroEdgeException with `unknown-instrument`, naming the three nearest
    public BiasAnswer instrument(String instrument, @Nullable Instant asOf, String weightSet) {
        int index = models.index(instrument);
        AnswerInstant instant = surprises.instant(asOf, clock);
        InstrumentBias bias = models.of(weightSet).at(index, instant.asOf());
        return new BiasAnswer(
                models.header(instant, weightSet), LabelBounds.CURRENT, item(bias, index, instant.asOf(), weightSet));
    }

    /// The item of one instrument, for which no other instrument is computed.
    private BiasItem item(InstrumentBias bias, int index, Instant asOf, String weightSet) {
        BiasModel model = models.of(weightSet);
        BiasChange change = BiasViews.change(
                bias,
                model.at(index, asOf.minus(1, ChronoUnit.DAYS)),
                model.at(index, asOf.minus(DAYS_A_WEEK, ChronoUnit.DAYS)));
        return BiasViews.item(bias, change, null);
    }

    /// One instrument's bias down to each release.
    public BiasExplanation explanation(String instrument, @Nullable Instant asOf, String weightSet) {
        int index = models.index(instrument);
        AnswerInstant instant = surprises.instant(asOf, clock);
        InstrumentBias bias = models.of(weightSet).at(index, instant.asOf());
        return new BiasExplanation(
                models.header(instant, weightSet),
                LabelBounds.CURRENT,
                item(bias, index, instant.asOf(), weightSet),
                Contributions.views(bias.contributions()),
                Contributions.inactive(bias.missing()));
    }

    /// One instrument's bias over a period, by default the closes of the year before asOf. It has no points
    /// before the first release known: a period may start at any time, and the answer does not grow with it.
    ///
    /// @throws MacroEdgeException with `invalid-instant` where the period ends before it starts
    public BiasHistory history(
            String instrument,
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            HistoryGrid grid,
            String weightSet) {
        int index = models.index(instrument);
        BiasHistory head = head(asOf, from, to, grid, weightSet);
        List<Instant> instants = instants(head, grid);
        return points(new int[] {index}, instants, runIds(instants, weightSet), weightSet)
                .map(points -> of(head, points))
                .findFirst()
                .orElseThrow();
    }

    /// Every instrument's bias over a span, or that of one, as [#history] does.
    ///
    /// @param instrument the id of one; null for all
    public BiasHistories histories(
            @Nullable String instrument,
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            HistoryGrid grid,
            String weightSet) {
        int[] all = instrument == null
                ? IntStream.range(0, catalogue.instruments().size()).toArray()
                : new int[] {models.index(instrument)};
        BiasHistory head = head(asOf, from, to, grid, weightSet);
        return new BiasHistories(head, () -> {
            List<Instant> instants = instants(head, grid);
            List<String> runIds = runIds(instants, weightSet);
            return BiasRuns.groups(all, instants.size(), EXPORTED_AT_ONCE).stream()
                    .flatMap(group -> points(group, instants, runIds, weightSet))
                    .map(points -> of(head, points));
        });
    }

    /// A history without instrument and points.
    private BiasHistory head(
            @Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to, HistoryGrid grid, String weightSet) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant end = instant.end(to);
        Instant start = from == null ? end.minus(366, ChronoUnit.DAYS) : from;
        Instants.checkPeriod(start, end);
        return new BiasHistory(
                models.header(instant, weightSet), LabelBounds.CURRENT, "", "", start, end, grid.code(), List.of());
    }

    private static BiasHistory of(BiasHistory head, HistoryPoints points) {
        return new BiasHistory(
                head.run(),
                head.labelBounds(),
                points.instrument().id().value(),
                points.instrument().name(),
                head.from(),
                head.to(),
                head.at(),
                points);
    }

    private List<Instant> instants(BiasHistory head, HistoryGrid grid) {
        return HistoryInstants.of(grid, head.from(), head.to(), facts.releases());
    }

    private List<String> runIds(List<Instant> instants, String weightSet) {
        return instants.stream()
                .map(instant -> models.runId(instant, weightSet))
                .toList();
    }

    private Stream<HistoryPoints> points(int[] chosen, List<Instant> instants, List<String> runIds, String weightSet) {
        long[] seconds = instants.stream().mapToLong(Instant::getEpochSecond).toArray();
        return models.of(weightSet).points(chosen, seconds).stream()
                .map(biases -> new HistoryPoints(biases, instants, runIds));
    }

    /// Why one instrument's bias changed.
    ///
    /// @param seen the answers of an earlier record time, as of which the start was seen; null where corrections
    /// are not asked for
    /// @throws MacroEdgeException with `invalid-instant` where the span ends before it starts
    public BiasWaterfall change(
            String instrument, @Nullable Instant asOf, ChangeSpan span, @Nullable BiasAnswers seen, String weightSet) {
        return new BiasChanges(surprises, models, clock)
                .of(instrument, asOf, span, seen == null ? null : seen.models, weightSet);
    }

    /// The parts of the change of an instrument's Z between two instants.
    ///
    /// @param from not after `to`
    /// @param seen the answers of the record time as of which the start was seen
    public List<WaterfallPart> changeParts(
            String instrument, Instant from, Instant to, BiasAnswers seen, String weightSet) {
        return new BiasChanges(surprises, models, clock).parts(instrument, from, to, seen.models, weightSet);
    }

    /// What a release that is to come would do to every instrument, with the other releases of its instant.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `unknown-indicator`; with `invalid-request` for a figure that cannot be
    /// read; with `not-to-come` where no such release is
    public ScenarioAnswer scenario(ScenarioQuestion question, @Nullable Instant asOf, String weightSet) {
        return new Scenarios(surprises, models, clock).of(question, asOf, weightSet);
    }

    /// Which releases of the next days could change which label.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `unknown-instrument`, naming the three nearest
    public FlipAnswer flips(FlipQuestion question, @Nullable Instant asOf, String weightSet) {
        return new Flips(surprises, models, clock).of(question, asOf, weightSet);
    }

    /// The next release of the 7 days after an instant that could change each label.
    public NextFlips nextFlips(Instant asOf, String weightSet) {
        return new Flips(surprises, models, clock).next(DAYS_A_WEEK, asOf, weightSet);
    }

    /// Every score at the daily closes of the 90 days before an instant.
    public RecentCloses closes(Instant asOf, String weightSet) {
        return RecentScores.closes(asOf, models.of(weightSet), facts.releases());
    }

    /// Z of every instrument, in the order of the catalogue, at some instants; NaN where there is no history.
    ///
    /// @param instants ascending
    public double[][] totals(List<Instant> instants, String weightSet) {
        return models.of(weightSet)
                .history(instants.stream().mapToLong(Instant::getEpochSecond).toArray());
    }

    /// The surprises of each region and category.
    public HeatMap heatMap(@Nullable Instant asOf, String weightSet) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        return new HeatMap(
                models.header(instant, weightSet),
                Arrays.stream(Region.values()).map(Region::code).toList(),
                Arrays.stream(Category.values()).map(Category::code).toList(),
                models.of(weightSet).heatMap(instant.asOf()).stream()
                        .map(BiasViews::cell)
                        .toList(),
                models.of(weightSet).regions(instant.asOf()).stream()
                        .map(BiasViews::total)
                        .toList());
    }

    /// Every instrument's bias down to its contributions, in the order of the catalogue.
    public List<InstrumentBias> biases(Instant asOf, String weightSet) {
        return models.of(weightSet).at(asOf);
    }

    /// Every instrument's bias by weights that need not be in force, in the order of the catalogue.
    public List<InstrumentBias> biases(Instant asOf, WeightSet weights) {
        return models.by(weights).at(asOf);
    }

    /// The surprises that they are computed from.
    public Surprises surprises() {
        return surprises;
    }

    /// The catalogue that they are computed by.
    Catalogue catalogue() {
        return catalogue;
    }

    /// The model of a weight set.
    BiasModel model(String weightSet) {
        return models.of(weightSet);
    }

    /// What every run identifier is made from.
    InputChain inputs() {
        return models.inputs();
    }

    /// The record time of the facts.
    Instant recordedAt() {
        return facts.recordedAt();
    }

    /// Every run that a history holds.
    BiasRuns runs(String weightSet) {
        return BiasRuns.of(
                models.of(weightSet),
                models.weights(weightSet),
                catalogue.hash(),
                models.inputs(),
                facts.releases(),
                facts.recordedAt());
    }
}
