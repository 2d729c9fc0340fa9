package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/// What every score did lately.
///
/// @param closes the daily closes of the last 90 days, ascending
/// @param items the scores at these closes, by instrument in the order of the catalogue
/// @param effects what each release instant of the last 24 hours did, ascending
public record RecentBias(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        List<Instant> closes,
        List<ClosingScores> items,
        List<ReleaseEffect> effects)
        implements BiasRun {}
