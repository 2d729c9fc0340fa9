package org.macroedge.server.correlation.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.server.correlation.CorrelationKind;
import org.macroedge.server.correlation.CorrelationStep;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.surprises.view.AnswerHeader;

/// The correlations of several series.
///
/// @param of what is correlated
/// @param method of the correlations
/// @param every the step between two rows
/// @param from where the first row may start
/// @param knownFrom the first release, or the first close of any price: no row starts before it; null where
/// nothing is known
/// @param rows how many there are
/// @param fewest rows that a pair needs in common
/// @param series in an order in which those that move together are neighbours; of a pair, as it was asked for
/// @param pairs each pair once: of the first and second series, then of each later one with all before it
/// @param path of the pair that was asked for; null where none was
public record CorrelationAnswer(
        @JsonUnwrapped AnswerHeader header,
        @Codes(CorrelationKind.class) String of,
        @Codes(CorrelationMethod.class) String method,
        @Codes(CorrelationStep.class) String every,
        Instant from,
        @Nullable Instant knownFrom,
        int rows,
        int fewest,
        List<CorrelatedSeries> series,
        List<CorrelationPair> pairs,
        SharedMoves shared,
        @Nullable RollingCorrelation path) {}
