/// Summaries of one indicator's standardised surprises as known at an instant.
@NullMarked
package org.macroedge.engine.statistics;

import org.jspecify.annotations.NullMarked;
