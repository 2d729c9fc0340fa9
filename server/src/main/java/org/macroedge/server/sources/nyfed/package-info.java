/// Federal Reserve Bank of New York: the target range of the federal funds rate.
@NullMarked
package org.macroedge.server.sources.nyfed;

import org.jspecify.annotations.NullMarked;
