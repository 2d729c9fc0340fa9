/// The quadrant of growth and inflation that each region is in.
@NullMarked
package org.macroedge.server.regime;

import org.jspecify.annotations.NullMarked;
