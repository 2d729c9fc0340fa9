/// Vocabulary and formulas of macro-edge: pure functions of their arguments, without framework, I/O or clock.
@NullMarked
package org.macroedge.engine;

import org.jspecify.annotations.NullMarked;
