/// From a release and its forecast to a standardised surprise.
@NullMarked
package org.macroedge.engine.surprise;

import org.jspecify.annotations.NullMarked;
