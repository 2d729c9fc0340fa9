/// Which official series gives the actuals of which indicator, and what is made of its figures.
@NamedInterface("series")
@NullMarked
package org.macroedge.server.catalogue.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
