package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/// Which releases of the next days could change which label.
///
/// @param until releases after `asOf` and up to this instant
/// @param leastSurprises an indicator with fewer usable past surprises gives no probability
/// @param items the next release that could change each label, by instrument
/// @param releases every release, by time, with each instrument whose label it can change
public record FlipAnswer(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        Instant until,
        int leastSurprises,
        List<FlipItem> items,
        List<FlipRelease> releases)
        implements BiasRun {}
