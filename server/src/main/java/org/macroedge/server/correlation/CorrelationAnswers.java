package org.macroedge.server.correlation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.correlation.CorrelationMatrix;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.engine.correlation.CorrelationPath;
import org.macroedge.engine.correlation.PairCorrelation;
import org.macroedge.engine.correlation.SeriesTable;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.correlation.view.CorrelatedSeries;
import org.macroedge.server.correlation.view.CorrelationAnswer;
import org.macroedge.server.correlation.view.RollingCorrelation;
import org.macroedge.server.indices.IndexAnswers;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.prices.PriceAnswers;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// Every answer about correlations, from what was known at one record time. Immutable and thread-safe.
public final class CorrelationAnswers {

    private static final int MOST_IMPORTANT = 3;

    private final BiasAnswers biases;
    private final IndexAnswers indices;
    private final PriceAnswers prices;
    private final Surprises surprises;
    private final Clock clock;

    CorrelationAnswers(BiasAnswers biases, IndexAnswers indices, PriceAnswers prices, Clock clock) {
        this.biases = biases;
        this.indices = indices;
        this.prices = prices;
        this.surprises = biases.surprises();
        this.clock = clock;
    }

    /// The correlations of all series of a kind, or of a pair with its path.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `unknown-instrument`, `unknown-index` or `unknown-indicator` for a
    /// member of the pair; with `invalid-instant` where the start is after the end
    public CorrelationAnswer of(CorrelationQuestion question, @Nullable Instant asOf) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant from = from(question, instant.asOf());
        Instants.checkPeriod(from, instant.asOf());
        CorrelatedNames names = new CorrelatedNames(surprises.catalogue(), indices);
        List<String> pair = question.pair() == null ? List.of() : names.pair(question.of(), question.pair());
        Values values = chosen(question, pair, all(question, pair, from, instant.asOf()));
        SeriesTable table = SeriesTable.of(values.rows().ends(), values.series());
        CorrelationMatrix matrix = matrix(table, question.method(), pair);
        return new CorrelationAnswer(
                surprises.header(instant),
                question.of().code(),
                question.method().code(),
                question.every().code(),
                from,
                values.knownFrom(),
                table.rows(),
                PairCorrelation.FEWEST,
                matrix.names().stream()
                        .map(id -> series(names.find(question.of(), id), table))
                        .toList(),
                matrix.pairs().stream().map(CorrelationViews::pair).toList(),
                CorrelationViews.shared(matrix.shared()),
                pair.isEmpty() ? null : path(table, question, pair));
    }

    private static Instant from(CorrelationQuestion question, Instant asOf) {
        return question.from() == null
                ? asOf.atOffset(ZoneOffset.UTC)
                        .minusYears(question.every().years())
                        .toInstant()
                : question.from();
    }

    private static CorrelationMatrix matrix(SeriesTable table, CorrelationMethod method, List<String> pair) {
        return pair.isEmpty()
                ? CorrelationMatrix.of(table, method, PairCorrelation.FEWEST)
                : CorrelationMatrix.ofPair(table, pair.getFirst(), pair.getLast(), method, PairCorrelation.FEWEST);
    }

    private static CorrelatedSeries series(CorrelatedNames.Named named, SeriesTable table) {
        return new CorrelatedSeries(named.id(), named.name(), table.observations(table.index(named.id())));
    }

    private static RollingCorrelation path(SeriesTable table, CorrelationQuestion question, List<String> pair) {
        int window = question.rowsOfPoint();
        return CorrelationViews.path(
                window,
                CorrelationPath.of(
                        table, pair.getFirst(), pair.getLast(), question.method(), window, PairCorrelation.FEWEST));
    }

    /// @param knownFrom the first figure; null where there is none
    private record Values(CorrelationRows rows, @Nullable Instant knownFrom, Map<String, Map<Long, Double>> series) {}

    /// Those of the pair, empty ones included; of all series those that have any value, and of indicators those
    /// with enough of them for a pair.
    private static Values chosen(CorrelationQuestion question, List<String> pair, Values all) {
        Map<String, Map<Long, Double>> chosen = new HashMap<>();
        pair.forEach(id -> chosen.put(id, all.series().getOrDefault(id, Map.of())));
        if (pair.isEmpty()) {
            int fewest = question.of() == CorrelationKind.SURPRISE ? PairCorrelation.FEWEST : 1;
            all.series().entrySet().stream()
                    .filter(series -> series.getValue().size() >= fewest)
                    .forEach(series -> chosen.put(series.getKey(), series.getValue()));
        }
        return new Values(all.rows(), all.knownFrom(), chosen);
    }

    private Values all(CorrelationQuestion question, List<String> pair, Instant from, Instant asOf) {
        if (question.of() == CorrelationKind.PRICE) {
            CorrelatedPrices closes = CorrelatedPrices.of(prices, asOf);
            CorrelationRows rows = rows(question.every(), from, asOf, closes.first());
            return new Values(rows, closes.first(), closes.returns(rows));
        }
        Instant first = firstRelease(asOf);
        CorrelationRows rows = rows(question.every(), from, asOf, first);
        return new Values(
                rows,
                first,
                switch (question.of()) {
                    case INDEX -> CorrelatedValues.indices(indices, rows, asOf);
                    case SURPRISE -> CorrelatedValues.surprises(surprises, rows, indicators(pair));
                    default -> CorrelatedValues.biases(biases, rows);
                });
    }

    private @Nullable Instant firstRelease(Instant asOf) {
        return surprises.facts().releases().stream()
                .findFirst()
                .map(ObservedRelease::releasedAt)
                .filter(first -> !first.isAfter(asOf))
                .orElse(null);
    }

    /// Before the first figure, nothing is known: rows may start at any time, and the answer does not grow with
    /// it.
    private static CorrelationRows rows(CorrelationStep step, Instant from, Instant asOf, @Nullable Instant first) {
        Instant start = first == null ? asOf : first;
        return CorrelationRows.of(step, from.isBefore(start) ? start : from, asOf);
    }

    private List<Indicator> indicators(List<String> pair) {
        return surprises.catalogue().indicators().stream()
                .filter(indicator -> pair.isEmpty()
                        ? indicator.importance() == MOST_IMPORTANT
                        : pair.contains(indicator.id().value()))
                .toList();
    }
}
