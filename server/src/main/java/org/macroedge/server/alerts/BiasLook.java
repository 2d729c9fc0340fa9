package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.alerts.rules.LabelGate;
import org.macroedge.server.alerts.rules.LabelStanding;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.surprises.AnswerInstant;

/// Every bias as an answer of now has it. Each look is of the same instant as the board's, so that two looks differ
/// only where the board does.
final class BiasLook {

    private final BiasAnswers answers;
    private final Function<Instant, BiasAnswers> earlier;
    private final List<InstrumentBias> biases;
    private final Instant now;
    private final AnswerInstant instant;
    private @Nullable BiasAnswers then;

    /// @param instant of the answer
    /// @param earlier the answers as known at a record time
    BiasLook(BiasAnswers answers, AnswerInstant instant, Instant now, Function<Instant, BiasAnswers> earlier) {
        this.answers = answers;
        this.earlier = earlier;
        this.now = now;
        this.instant = instant;
        this.biases = answers.biases(instant.asOf(), WeightedQuery.DEFAULT);
    }

    Instant asOf() {
        return instant.asOf();
    }

    /// Old data are not today's market, and a change in them is no news.
    boolean isNews() {
        return !instant.stale();
    }

    List<InstrumentBias> biases() {
        return biases;
    }

    LabelGate.Seen of(InstrumentBias bias) {
        @Nullable Double score = bias.label() == null ? null : bias.score();
        return new LabelGate.Seen(now, asOf(), recordedAt(answers), score);
    }

    /// The parts of the change since the last look at which the label stood, by what was known then and is known now.
    List<WaterfallPart> changeSince(LabelStanding before, String instrument) {
        Instant to = asOf();
        Instant from = before.stoodAsOf().isBefore(to) ? before.stoodAsOf() : to;
        return answers.changeParts(instrument, from, to, asKnown(before.stoodRecordedAt()), WeightedQuery.DEFAULT);
    }

    /// Labels that turn together mostly stood together: the last answers that were asked for are kept.
    private BiasAnswers asKnown(Instant recordedAt) {
        if (recordedAt.equals(recordedAt(answers))) {
            return answers;
        }
        BiasAnswers known = then;
        if (known == null || !recordedAt.equals(recordedAt(known))) {
            known = earlier.apply(recordedAt);
            then = known;
        }
        return known;
    }

    /// The record time of the facts of some answers.
    static Instant recordedAt(BiasAnswers answers) {
        return answers.surprises().facts().recordedAt();
    }
}
