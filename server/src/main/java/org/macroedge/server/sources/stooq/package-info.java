/// Stooq: daily prices, with the user's key.
@NullMarked
package org.macroedge.server.sources.stooq;

import org.jspecify.annotations.NullMarked;
