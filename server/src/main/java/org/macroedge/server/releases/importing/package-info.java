/// Stores what an adapter delivers as one batch, undoes batches, and adopts an edited catalogue.
@NamedInterface("importing")
@NullMarked
package org.macroedge.server.releases.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
