package org.macroedge.engine.waterfall;

import org.macroedge.engine.vocabulary.Coded;

/// Why a sum of signals changes, in the order in which what happens at one instant is booked. Between instants,
/// there is decay alone.
public enum PartKind implements Coded {
    /// A release with a usable z set a new signal, which in mode `latest` displaced the old one.
    RELEASE,
    /// What was known at the start turned out otherwise later, as of another record time.
    CORRECTION,
    /// A signal became four half-lives old and ended.
    ROLL_OFF,
    /// A weight changed: a first usable z, an indicator that came into force or ended, another size of its
    /// group.
    ACTIVATION,
    /// The scale S changed, which moves every contribution towards zero or away from it. Where
    /// directions depend on the quadrant of a region, a month-end that moves it changes the
    /// scale too, and no weight of a signal.
    SCALE,
    /// Signals grew older.
    DECAY
}
