/// The decaying signal of each indicator: which release it comes from, and its size at any instant.
@NullMarked
package org.macroedge.engine.signal;

import org.jspecify.annotations.NullMarked;
