/// Special functions, and methods for minima and linear equations, that return the same bits on every machine.
@NullMarked
package org.macroedge.engine.numeric;

import org.jspecify.annotations.NullMarked;
