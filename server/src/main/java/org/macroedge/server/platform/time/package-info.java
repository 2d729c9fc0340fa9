/// Instants as users write them.
@NullMarked
package org.macroedge.server.platform.time;

import org.jspecify.annotations.NullMarked;
