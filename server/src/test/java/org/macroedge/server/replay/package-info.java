/// A week of the world, composed from a recorded calendar: what its publishers answer at each instant.
@NullMarked
package org.macroedge.server.replay;

import org.jspecify.annotations.NullMarked;
