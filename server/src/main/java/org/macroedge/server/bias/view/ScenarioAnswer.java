package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/// What releases that are to come at one instant would do to every instrument.
///
/// @param indicator whose release is varied
/// @param releasedAt the instant of the releases
/// @param releases those of that instant: the varied one first, then by indicator
/// @param items by instrument
public record ScenarioAnswer(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        String indicator,
        Instant releasedAt,
        List<ScenarioRelease> releases,
        List<ScenarioBias> items)
        implements BiasRun {}
