/// A system of many processes on one machine, to which everything happens that can.
@NullMarked
package org.macroedge.server.chaos;

import org.jspecify.annotations.NullMarked;
