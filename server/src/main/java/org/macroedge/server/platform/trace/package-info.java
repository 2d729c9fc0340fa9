/// Traces: which request caused which work and which SQL (decision 0070).
@NullMarked
package org.macroedge.server.platform.trace;

import org.jspecify.annotations.NullMarked;
