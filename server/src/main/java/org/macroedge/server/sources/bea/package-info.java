/// US Bureau of Economic Analysis: output, income, spending and its prices.
@NullMarked
package org.macroedge.server.sources.bea;

import org.jspecify.annotations.NullMarked;
