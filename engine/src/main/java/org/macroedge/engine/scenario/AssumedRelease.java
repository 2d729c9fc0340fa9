package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// A release that is assumed to be published.
///
/// @param forecasts known so far
/// @param next whether no other release of its indicator is to come before it: what own prints say is for the next
/// release, and for no later one
public record AssumedRelease(
        ReleaseId releaseId, IndicatorId indicator, List<ObservedForecast> forecasts, Figure figure, boolean next) {

    private static final String SOURCE = "scenario";

    public AssumedRelease {
        forecasts = List.copyOf(forecasts);
    }

    /// The next release of its indicator.
    public AssumedRelease(ReleaseId releaseId, IndicatorId indicator, List<ObservedForecast> forecasts, Figure figure) {
        this(releaseId, indicator, forecasts, figure, true);
    }

    /// The same release with another figure.
    AssumedRelease with(Figure other) {
        return new AssumedRelease(releaseId, indicator, forecasts, other, next);
    }

    /// The release, had it been published with a figure.
    ObservedRelease published(Instant at, BigDecimal actual) {
        return new ObservedRelease(
                releaseId, indicator, at, null, false, actual, null, SOURCE, forecasts, Set.of(), null);
    }
}
