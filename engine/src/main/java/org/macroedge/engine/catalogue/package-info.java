/// What is known about each indicator, instrument and weight set before any release is seen.
@NullMarked
package org.macroedge.engine.catalogue;

import org.jspecify.annotations.NullMarked;
