package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.List;

/// The releases that are to come at one instant, without figures.
///
/// @param instant in whole seconds
/// @param scheduled those that a source announced: they are assumed to come together
/// @param expected those that only their usual dates make likely: each is assumed to come with the
/// scheduled ones, and without the other expected ones
public record AssumedInstant(Instant instant, List<AssumedRelease> scheduled, List<AssumedRelease> expected) {

    public AssumedInstant {
        scheduled = List.copyOf(scheduled);
        expected = List.copyOf(expected);
    }
}
