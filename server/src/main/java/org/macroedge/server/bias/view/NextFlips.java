package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;

/// The next release that could change each label.
///
/// @param until releases after `asOf` and up to this instant
/// @param leastSurprises an indicator with fewer usable past surprises gives no probability
/// @param items by instrument, as `flips` has them
public record NextFlips(Instant until, int leastSurprises, List<FlipItem> items) {}
