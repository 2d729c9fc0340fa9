/// Statistics Canada: employment, output, prices and trade.
@NullMarked
package org.macroedge.server.sources.statcan;

import org.jspecify.annotations.NullMarked;
