/// International Monetary Fund: consumer prices.
@NullMarked
package org.macroedge.server.sources.imf;

import org.jspecify.annotations.NullMarked;
