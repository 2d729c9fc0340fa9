package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;

/// The scores of every instrument at daily closes.
///
/// @param closes the daily closes of the last 90 days, ascending
/// @param items the scores at these closes, by instrument in the order of the catalogue
public record RecentCloses(List<Instant> closes, List<ClosingScores> items) {}
