/// US Census Bureau: retail sales, durable goods, housing and trade.
@NullMarked
package org.macroedge.server.sources.census;

import org.jspecify.annotations.NullMarked;
