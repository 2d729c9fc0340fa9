package org.macroedge.server.bias;

import java.time.Instant;

/// A computation of every instrument's bias at one instant; a row of table `run` without the id, which follows from it.
///
/// @param inputs the hash of every input known at the instant, in hexadecimal: where it is the same, so is every bias
/// @param isClose whether the instant is a daily close
/// @param isRelease whether something was released at the instant
record RunRow(Instant asOf, String inputs, boolean isClose, boolean isRelease) {}
