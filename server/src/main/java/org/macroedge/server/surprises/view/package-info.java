/// The JSON shapes of the indicator and release answers, used by their controller and by the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.surprises.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
