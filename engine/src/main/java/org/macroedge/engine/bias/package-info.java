/// From standardised surprises to a directional bias per instrument, at one instant or over a history.
@NullMarked
package org.macroedge.engine.bias;

import org.jspecify.annotations.NullMarked;
