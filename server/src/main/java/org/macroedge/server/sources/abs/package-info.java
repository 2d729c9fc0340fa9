/// Australian Bureau of Statistics: prices, employment, output, trade and investment.
@NullMarked
package org.macroedge.server.sources.abs;

import org.jspecify.annotations.NullMarked;
