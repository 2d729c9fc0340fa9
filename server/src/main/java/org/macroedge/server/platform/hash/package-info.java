/// Hashes.
@NullMarked
package org.macroedge.server.platform.hash;

import org.jspecify.annotations.NullMarked;
