/// Whether several series are one opinion or many: correlations with their intervals, shrinkage, order and
/// components.
@NullMarked
package org.macroedge.engine.correlation;

import org.jspecify.annotations.NullMarked;
