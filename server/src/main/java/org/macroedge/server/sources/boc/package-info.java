/// Bank of Canada: the target for the overnight rate.
@NullMarked
package org.macroedge.server.sources.boc;

import org.jspecify.annotations.NullMarked;
