/// What sources say differently of the same release.
@NamedInterface("conflicts")
@NullMarked
package org.macroedge.server.releases.conflicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
