package org.macroedge.engine.scenario;

import java.math.BigDecimal;

/// The figure that a release is assumed to have.
public sealed interface Figure {

    /// What is expected: z = 0.
    Figure EXPECTED = new Expected();

    /// No figure is set: the release prints what is expected, and [ConditionalBias] says what it prints on average
    /// given the releases that are set.
    record Expected() implements Figure {}

    /// A figure in the indicator's unit.
    record Published(BigDecimal value) implements Figure {}

    /// A surprise of so many σ; positive is stronger, hotter, tighter.
    record Size(double z) implements Figure {}
}
