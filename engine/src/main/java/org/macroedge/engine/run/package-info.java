/// The identity of a computation: the same inputs give the same id.
@NullMarked
package org.macroedge.engine.run;

import org.jspecify.annotations.NullMarked;
