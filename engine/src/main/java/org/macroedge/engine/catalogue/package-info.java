/// Indicators, instruments and weight sets: what is declared before any release is seen.
@NullMarked
package org.macroedge.engine.catalogue;

import org.jspecify.annotations.NullMarked;
