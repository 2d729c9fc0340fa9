package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.statistics.ForecastErrors;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.surprises.view.SourceError;

/// Maps the errors of forecasts to the shape of the answers.
final class SourceErrors {

    private SourceErrors() {}

    /// The ranking by what had been published by an instant.
    static List<SourceError> of(Surprises surprises, List<Indicator> indicators, Instant asOf) {
        Map<Indicator, List<StandardisedSurprise>> known = new LinkedHashMap<>();
        indicators.forEach(indicator -> known.put(
                indicator,
                surprises.of(indicator.id()).stream()
                        .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                        .toList()));
        return ForecastErrors.ranking(known).stream()
                .map(errors -> new SourceError(
                        errors.source(),
                        errors.kind().code(),
                        errors.releases(),
                        errors.meanAbsolute(),
                        errors.bias(),
                        errors.releases() >= ForecastErrors.FEWEST))
                .toList();
    }
}
