package org.macroedge.server.bias;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.macroedge.server.bias.view.BiasHistory;

/// Every instrument's bias over a period, computed for a few instruments at a time: all of them at every release would
/// not fit into memory.
///
/// @param head what they have in common, without points
/// @param all by instrument, in the order of the catalogue; each stream computes them anew
public record BiasHistories(BiasHistory head, Supplier<Stream<BiasHistory>> all) {}
