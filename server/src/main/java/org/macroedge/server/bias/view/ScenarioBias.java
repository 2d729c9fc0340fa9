package org.macroedge.server.bias.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a scenario does to one instrument.
///
/// @param before at the instant of the releases, if none of them came
/// @param after if all of them came as assumed
/// @param conditional if those that are not set came at their mean given those that are; null where none has a mean
/// @param scaleChanges whether the releases change weights or the scale of the sum, so that other contributions move
/// too
/// @param weight what one σ of the varied release adds to Z; null where it does not count for this instrument
/// @param grid the bias at −3 to +3 σ of the varied release; empty where it does not count
/// @param flips from which figures of the varied release on the label or the sign is another, nearest first; empty
/// where no figure within the clip changes either
public record ScenarioBias(
        String instrument,
        String name,
        BiasLevel before,
        BiasLevel after,
        @Nullable BiasLevel conditional,
        boolean scaleChanges,
        @Nullable Double weight,
        List<ScenarioPoint> grid,
        List<ScenarioFlip> flips) {}
