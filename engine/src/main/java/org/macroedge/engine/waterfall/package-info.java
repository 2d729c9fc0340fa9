/// Why a weighted sum of signals changed between two instants, in parts that add up.
@NullMarked
package org.macroedge.engine.waterfall;

import org.jspecify.annotations.NullMarked;
