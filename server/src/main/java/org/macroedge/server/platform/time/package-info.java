/// Reads and checks the times that users write.
@NullMarked
package org.macroedge.server.platform.time;

import org.jspecify.annotations.NullMarked;
