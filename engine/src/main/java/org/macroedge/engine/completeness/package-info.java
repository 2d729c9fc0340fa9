/// What was to be published and whether it was: the states of releases, and when a publisher is late.
@NullMarked
package org.macroedge.engine.completeness;

import org.jspecify.annotations.NullMarked;
