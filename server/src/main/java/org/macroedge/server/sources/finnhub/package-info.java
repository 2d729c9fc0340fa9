/// Finnhub's economic calendar: schedules, consensus and actuals, with a key.
@NullMarked
package org.macroedge.server.sources.finnhub;

import org.jspecify.annotations.NullMarked;
