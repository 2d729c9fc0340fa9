/// US Bureau of Labor Statistics: employment, unemployment, wages and prices.
@NullMarked
package org.macroedge.server.sources.bls;

import org.jspecify.annotations.NullMarked;
