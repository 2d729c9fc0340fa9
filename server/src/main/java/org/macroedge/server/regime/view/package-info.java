/// The JSON views of regimes, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.regime.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
