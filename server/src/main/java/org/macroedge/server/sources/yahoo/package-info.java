/// Yahoo Finance: daily prices, with the user's acceptance of its terms.
@NullMarked
package org.macroedge.server.sources.yahoo;

import org.jspecify.annotations.NullMarked;
