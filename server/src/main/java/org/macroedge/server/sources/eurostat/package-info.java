/// Eurostat: prices, output, sales, unemployment and trade of the euro area.
@NullMarked
package org.macroedge.server.sources.eurostat;

import org.jspecify.annotations.NullMarked;
