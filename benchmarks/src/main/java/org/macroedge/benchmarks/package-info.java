/// Measurements of the engine and the store, by JMH and beside peers.
@NullMarked
package org.macroedge.benchmarks;

import org.jspecify.annotations.NullMarked;
