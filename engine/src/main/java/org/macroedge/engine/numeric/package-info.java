/// Special functions that return the same bits on every machine.
@NullMarked
package org.macroedge.engine.numeric;

import org.jspecify.annotations.NullMarked;
