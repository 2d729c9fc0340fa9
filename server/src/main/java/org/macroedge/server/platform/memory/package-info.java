/// What a process remembers, in bounded space.
@NullMarked
package org.macroedge.server.platform.memory;

import org.jspecify.annotations.NullMarked;
