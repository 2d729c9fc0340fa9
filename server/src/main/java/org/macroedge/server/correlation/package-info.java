/// Correlations of biases, indices, surprises and prices: whether they are one opinion or many.
@NullMarked
package org.macroedge.server.correlation;

import org.jspecify.annotations.NullMarked;
