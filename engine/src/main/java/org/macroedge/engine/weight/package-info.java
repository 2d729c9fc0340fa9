/// The weight of each indicator for each instrument through time, and the scale of a weighted sum.
@NullMarked
package org.macroedge.engine.weight;

import org.jspecify.annotations.NullMarked;
