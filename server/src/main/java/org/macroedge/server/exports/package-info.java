/// Releases, surprises and biases as CSV, unrounded, for notebooks.
@NullMarked
package org.macroedge.server.exports;

import org.jspecify.annotations.NullMarked;
