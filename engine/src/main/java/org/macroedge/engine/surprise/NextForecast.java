package org.macroedge.engine.surprise;

import java.time.Instant;
import java.util.Optional;
import org.macroedge.engine.release.ObservedForecast;

/// What an indicator's own prints say of its next release, if that comes in time. Immutable.
///
/// @param until the last instant of a release that it is for: two periods after the last print
public record NextForecast(ObservedForecast forecast, Instant until) {

    /// What a release at an instant is measured against where no better forecast was captured; empty where the last
    /// print is too old.
    public Optional<ObservedForecast> at(Instant releasedAt) {
        return releasedAt.isAfter(until) ? Optional.empty() : Optional.of(forecast);
    }
}
