/// Stores reported rows: finds the release of each row, writes what is new as one batch, and undoes batches.
@NamedInterface("importing")
@NullMarked
package org.macroedge.server.releases.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
