/// Works out what reported releases add to the store: finds the release of each row and derives the facts
/// that are new. Pure, except for a temporary file of the rows of large batches.
@NamedInterface("intake")
@NullMarked
package org.macroedge.server.releases.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
