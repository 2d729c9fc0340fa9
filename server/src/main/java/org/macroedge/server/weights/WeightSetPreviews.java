package org.macroedge.server.weights;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.surprises.Surprises;
import org.macroedge.server.weights.view.PreviewedBias;
import org.macroedge.server.weights.view.PreviewedInstrument;
import org.macroedge.server.weights.view.WeightSetPreview;

/// What a version of a weight set would change, were it in force. Thread-safe.
public final class WeightSetPreviews {

    private final WeightSetVersions versions;
    private final LatestBias latest;
    private final Clock clock;

    WeightSetPreviews(WeightSetVersions versions, LatestBias latest, Clock clock) {
        this.versions = versions;
        this.latest = latest;
        this.clock = clock;
    }

    /// Every instrument's bias by a version and by a weight set in force.
    ///
    /// @param against the id of a weight set in force; null for the same one as it is in force, or for
    /// the default one where it is not
    /// @throws MacroEdgeException with `unknown-weight-set` or `unknown-weight-set-version`
    public WeightSetPreview of(String weightSet, int version, @Nullable String against, Query query) {
        WeightSet candidate = versions.content(weightSet, version).weights();
        BiasAnswers answers = latest.at(query.recordedAt());
        Surprises surprises = answers.surprises();
        Instant asOf = surprises.instant(query.asOf(), clock).asOf();
        WeightSet compared = compared(weightSet, against, surprises.catalogue());
        List<InstrumentBias> before = answers.biases(asOf, compared.id());
        List<InstrumentBias> after = answers.biases(asOf, candidate);
        List<PreviewedInstrument> items = IntStream.range(0, before.size())
                .mapToObj(index -> item(before.get(index), after.get(index)))
                .toList();
        return new WeightSetPreview(
                asOf,
                surprises.facts().recordedAt(),
                weightSet,
                version,
                candidate.isPrior(),
                compared.id(),
                compared.version(),
                compared.isPrior(),
                (int) items.stream().filter(PreviewedInstrument::labelChanges).count(),
                items);
    }

    private static WeightSet compared(String weightSet, @Nullable String against, Catalogue catalogue) {
        return against == null
                ? catalogue.weightSet(weightSet).orElseGet(() -> catalogue.demandedWeightSet(WeightedQuery.DEFAULT))
                : catalogue.demandedWeightSet(against);
    }

    private static PreviewedInstrument item(InstrumentBias before, InstrumentBias after) {
        Double from = before.score();
        Double to = after.score();
        return new PreviewedInstrument(
                before.instrument().id().value(),
                before.instrument().name(),
                bias(before),
                bias(after),
                from == null || to == null ? null : Double.valueOf(to - from),
                !Objects.equals(before.label(), after.label()));
    }

    private static PreviewedBias bias(InstrumentBias bias) {
        return new PreviewedBias(bias.score(), code(bias.label()), bias.z(), code(bias.reason()));
    }

    private static @Nullable String code(@Nullable Coded constant) {
        return constant == null ? null : constant.code();
    }
}
