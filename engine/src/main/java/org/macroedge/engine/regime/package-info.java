/// Which quadrant of growth and inflation a region is in at each month-end, from the first prints known by then.
@NullMarked
package org.macroedge.engine.regime;

import org.jspecify.annotations.NullMarked;
