/// FRED and ALFRED of the Federal Reserve Bank of St. Louis: US series with the date of each of their vintages.
@NullMarked
package org.macroedge.server.sources.fred;

import org.jspecify.annotations.NullMarked;
