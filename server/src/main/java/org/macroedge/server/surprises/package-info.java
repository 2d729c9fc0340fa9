/// The standardised surprise of every release, and the instant that an answer is for.
@NullMarked
package org.macroedge.server.surprises;

import org.jspecify.annotations.NullMarked;
