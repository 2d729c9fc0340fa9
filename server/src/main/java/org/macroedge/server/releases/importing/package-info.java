/// Takes rows into the store: finds the release of each row, writes what is new as one batch, and takes a batch
/// back.
@NamedInterface("importing")
@NullMarked
package org.macroedge.server.releases.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
