package org.macroedge.server.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.run.InputChain;
import org.macroedge.engine.run.RunId;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// The engine's model of every weight set, from the facts known at one record time, and the names of its runs.
/// Immutable except for its caches, and thread-safe.
final class BiasModels {

    private final Catalogue catalogue;
    private final KnownReleases facts;
    private final Surprises surprises;
    private final CompletableFuture<InputChain> inputs;
    private final QuadrantTimeline quadrants;
    private final Map<String, BiasModel> models = new ConcurrentHashMap<>();

    BiasModels(Surprises surprises) {
        this.catalogue = surprises.catalogue();
        this.facts = surprises.facts();
        this.surprises = surprises;
        this.quadrants = new QuadrantTimeline(catalogue.indicators(), surprises.byIndicator());
        // computed in parallel with the first answer, which needs it last
        this.inputs = CompletableFuture.supplyAsync(() -> InputChain.of(surprises.all(), facts.schedules()));
    }

    /// @throws MacroEdgeException with `unknown-weight-set`
    BiasModel of(String weightSet) {
        WeightSet weights = weights(weightSet);
        return models.computeIfAbsent(weightSet, id -> by(weights));
    }

    /// A model by weights that need not be in force.
    BiasModel by(WeightSet weights) {
        return new BiasModel(
                catalogue.indicators(),
                catalogue.instruments(),
                weights,
                surprises.byIndicator(),
                schedules(),
                quadrants);
    }

    private Map<IndicatorId, List<ScheduledRelease>> schedules() {
        Map<IndicatorId, List<ScheduledRelease>> schedules = new HashMap<>();
        facts.schedules()
                .forEach(schedule -> schedules
                        .computeIfAbsent(schedule.indicator(), id -> new ArrayList<>())
                        .add(schedule));
        return schedules;
    }

    /// @throws MacroEdgeException with `unknown-weight-set`
    WeightSet weights(String weightSet) {
        return catalogue.demandedWeightSet(weightSet);
    }

    /// What scenarios are computed from.
    KnownInputs inputs(WeightSet weights) {
        return new KnownInputs(
                catalogue.indicators(), catalogue.instruments(), weights, surprises.byIndicator(), quadrants);
    }

    /// The position of an instrument in every answer.
    ///
    /// @throws MacroEdgeException with `unknown-instrument`, naming the three nearest
    int index(String instrument) {
        return catalogue.instruments().indexOf(catalogue.demandedInstrument(instrument));
    }

    RunHeader header(AnswerInstant instant, String weightSet) {
        return new RunHeader(
                instant.asOf(),
                runId(instant.asOf(), weightSet),
                weightSet,
                weights(weightSet).isPrior(),
                instant.stale(),
                facts.sampleOnly(),
                FormulaVersion.CURRENT);
    }

    String runId(Instant asOf, String weightSet) {
        return RunId.of(asOf, catalogue.hash(), weights(weightSet), inputs()).value();
    }

    /// What every run identifier is made from.
    InputChain inputs() {
        return inputs.join();
    }
}
