package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// What alerts are about, as known at the time that they are about.
final class KnownFacts {

    private final LatestBias latest;
    private final Clock clock;

    KnownFacts(LatestBias latest, Clock clock) {
        this.latest = latest;
        this.clock = clock;
    }

    /// The latest surprises.
    Surprises surprises() {
        return latest.at(null).surprises();
    }

    /// Every bias as an answer of now has it.
    ///
    /// @param knownAt now
    List<SeenBias> now(Instant knownAt) {
        BiasAnswers answers = latest.at(null);
        AnswerInstant instant = answers.surprises().instant(null, clock);
        return answers.biases(instant.asOf(), WeightedQuery.DEFAULT).stream()
                .map(bias -> seen(bias, knownAt, instant.asOf()))
                .toList();
    }

    private static SeenBias seen(InstrumentBias bias, Instant knownAt, Instant asOf) {
        @Nullable Double score = bias.label() == null ? null : bias.score();
        return new SeenBias(bias.instrument().id().value(), knownAt, asOf, score);
    }

    /// The bias of an instrument.
    ///
    /// @param recordedAt of the facts that it is computed from, and of nothing later
    InstrumentBias bias(String instrument, Instant asOf, Instant recordedAt) {
        BiasAnswers answers = latest.at(null);
        boolean isLatest = !answers.surprises().facts().recordedAt().isAfter(recordedAt);
        return (isLatest ? answers : latest.at(recordedAt))
                .biases(asOf, WeightedQuery.DEFAULT).stream()
                        .filter(bias -> bias.instrument().id().value().equals(instrument))
                        .findFirst()
                        .orElseThrow();
    }
}
