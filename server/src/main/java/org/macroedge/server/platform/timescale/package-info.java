/// What a store uses of TimescaleDB (decision 0073).
@NullMarked
package org.macroedge.server.platform.timescale;

import org.jspecify.annotations.NullMarked;
