package org.macroedge.server.bias.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instrument's scores at daily closes.
///
/// @param scores one for each close; null without history
public record ClosingScores(String instrument, List<@Nullable Double> scores) {}
