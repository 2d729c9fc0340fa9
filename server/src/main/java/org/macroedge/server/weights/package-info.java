/// Weight sets that are edited through the API (decision 0068): a version is proposed, previewed, published and rolled
/// back. Those of files belong to the catalogue.
@NullMarked
package org.macroedge.server.weights;

import org.jspecify.annotations.NullMarked;
