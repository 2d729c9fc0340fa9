package org.macroedge.server.prices;

import java.time.Instant;
import org.macroedge.server.releases.importing.Numbers;

/// The prices of one series that a batch in force states.
record StatedPrices(SeriesKey series, long batch, Instant recordedAt, Numbers prices) {}
