/// The rows of files that a release comes from.
@NamedInterface("rows")
@NullMarked
package org.macroedge.server.releases.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
