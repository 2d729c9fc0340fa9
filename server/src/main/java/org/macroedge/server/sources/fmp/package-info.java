/// The economic calendar of Financial Modeling Prep: schedules, consensus and actuals, with a key.
@NullMarked
package org.macroedge.server.sources.fmp;

import org.jspecify.annotations.NullMarked;
