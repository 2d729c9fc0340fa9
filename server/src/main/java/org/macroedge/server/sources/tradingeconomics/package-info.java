/// Trading Economics' calendar: schedules, consensus and actuals of many countries, with a key.
@NullMarked
package org.macroedge.server.sources.tradingeconomics;

import org.jspecify.annotations.NullMarked;
