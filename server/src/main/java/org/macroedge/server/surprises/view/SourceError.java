package org.macroedge.server.surprises.view;

import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.platform.json.Codes;

/// How far the forecasts of a source have been from what was published, in units of σ. Only forecasts count that
/// were captured before their release, or computed from what was known before it.
///
/// @param source or `naive`, `ar1` and `arma11`: the forecasts from an indicator's own prints
/// @param releases with such a forecast
/// @param meanAbsoluteError the mean of |actual − forecast|/σ, each clipped at 4
/// @param bias the mean of (actual − forecast)/σ; above 0 where actual values have been higher than it expected
/// @param ranked whether there are enough releases to rank it: ten
public record SourceError(
        String source,
        @Codes(ForecastKind.class) String kind,
        int releases,
        double meanAbsoluteError,
        double bias,
        boolean ranked) {}
