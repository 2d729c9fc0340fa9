/// Daily closes of instruments: imports them, stores what sources give, and answers which were known when.
@NullMarked
package org.macroedge.server.prices;

import org.jspecify.annotations.NullMarked;
