/// Statistics Canada: employment, output and prices.
@NullMarked
package org.macroedge.server.sources.statcan;

import org.jspecify.annotations.NullMarked;
