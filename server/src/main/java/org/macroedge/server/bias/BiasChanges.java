package org.macroedge.server.bias;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.Corrections;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.bias.view.BiasWaterfall;
import org.macroedge.server.bias.view.ChangeSince;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;
import org.macroedge.server.surprises.Waterfalls;

/// Why the bias of an instrument changed.
final class BiasChanges {

    private static final int DAYS_A_WEEK = 7;

    private final Surprises surprises;
    private final BiasModels models;
    private final Clock clock;

    BiasChanges(Surprises surprises, BiasModels models, Clock clock) {
        this.surprises = surprises;
        this.models = models;
        this.clock = clock;
    }

    /// @param seen the models of the record time as of which the start was seen; null for none
    /// @throws MacroEdgeException with `invalid-instant` where the span ends before it starts, and
    /// `invalid-request` where its start is given twice
    BiasWaterfall of(
            String instrument, @Nullable Instant asOf, ChangeSpan span, @Nullable BiasModels seen, String weightSet) {
        if (span.from() != null && span.since() != null) {
            throw BiasMessage.TWO_STARTS.exception();
        }
        if (span.recordedFrom() != null) {
            Instants.checkPeriod(span.recordedFrom(), clock.instant());
        }
        int index = models.index(instrument);
        BiasModel model = models.of(weightSet);
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant to = instant.end(span.to()).truncatedTo(ChronoUnit.SECONDS);
        Instant from = start(span, model, index, to);
        Instants.checkPeriod(from, to);
        InstrumentBias before =
                seen == null ? model.at(index, from) : seen.of(weightSet).at(seen.index(instrument), from);
        InstrumentBias after = model.at(index, to);
        List<WaterfallPart> parts = parts(model, index, from, to, before);
        ChangeSince since = span.start();
        return new BiasWaterfall(
                models.header(instant, weightSet),
                LabelBounds.CURRENT,
                after.instrument().id().value(),
                after.instrument().name(),
                since == null ? null : since.code(),
                from,
                to,
                span.recordedFrom(),
                BiasLevels.of(before),
                BiasLevels.of(after),
                Waterfalls.totals(parts),
                Waterfalls.steps(parts));
    }

    /// The parts of the change of an instrument's Z between two instants.
    ///
    /// @param seen the models of the record time as of which the start was seen
    List<WaterfallPart> parts(String instrument, Instant from, Instant to, BiasModels seen, String weightSet) {
        InstrumentBias before = seen.of(weightSet).at(seen.index(instrument), from);
        return parts(models.of(weightSet), models.index(instrument), from, to, before);
    }

    private static List<WaterfallPart> parts(
            BiasModel model, int index, Instant from, Instant to, InstrumentBias before) {
        List<WaterfallPart> parts = new ArrayList<>(Corrections.between(before, model.at(index, from), from));
        parts.addAll(model.change(index, from, to));
        return parts;
    }

    private Instant start(ChangeSpan span, BiasModel model, int index, Instant to) {
        return switch (span.start()) {
            case DAY -> to.minus(1, ChronoUnit.DAYS);
            case WEEK -> to.minus(DAYS_A_WEEK, ChronoUnit.DAYS);
            case LABEL -> LabelStart.before(model, index, surprises.facts().releases(), to);
            case null -> Objects.requireNonNull(span.from()).truncatedTo(ChronoUnit.SECONDS);
        };
    }
}
