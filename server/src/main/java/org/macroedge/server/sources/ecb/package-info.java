/// European Central Bank: money of the euro area.
@NullMarked
package org.macroedge.server.sources.ecb;

import org.jspecify.annotations.NullMarked;
