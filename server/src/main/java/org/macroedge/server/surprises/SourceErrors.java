package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.macroedge.engine.statistics.ForecastErrors;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.surprises.view.SourceError;

/// Maps the errors of forecasts to the shape of the answers.
final class SourceErrors {

    private SourceErrors() {}

    /// The ranking by what had been published by an instant.
    static List<SourceError> of(Collection<StandardisedSurprise> surprises, Instant asOf) {
        return ForecastErrors.ranking(surprises.stream()
                        .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                        .toList())
                .stream()
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
