/// What becomes of the figures of official series: when each was first seen, which of them are actuals of scheduled
/// releases, and from when on they count as known.
@NullMarked
package org.macroedge.server.sources.series;

import org.jspecify.annotations.NullMarked;
