package org.macroedge.server.alerts.rules;

import org.macroedge.engine.vocabulary.Coded;

/// What a rule watches.
public enum AlertKind implements Coded {
    /// The label of an instrument turned from a bullish to a bearish one, or back.
    FLIP,
    /// The label of an instrument changed.
    LABEL,
    /// A release was far from its forecast.
    SURPRISE,
    /// A release states another previous figure than the one that stood.
    REVISION,
    /// A release became late or missing.
    LATE,
    /// The last good answer of a source is old.
    STALE_SOURCE,
    /// A run of a job failed.
    JOB_FAILED,
    /// A release looks wrong and waits for a verdict.
    SUSPECT,
    /// The quadrant of growth and inflation of a region changed.
    REGIME;

    /// Whether it watches the label of an instrument.
    public boolean isOfLabels() {
        return this == FLIP || this == LABEL;
    }

    /// Whether it watches releases that were published.
    public boolean isOfFigures() {
        return this == SURPRISE || this == REVISION || this == SUSPECT;
    }

    /// Whether it watches releases.
    boolean isOfReleases() {
        return this == LATE || isOfFigures();
    }
}
