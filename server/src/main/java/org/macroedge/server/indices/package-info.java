/// Surprise indices: how far the data of a region, a currency or a bloc have been from what was expected.
@NullMarked
package org.macroedge.server.indices;

import org.jspecify.annotations.NullMarked;
