/// The JSON views of correlations, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.correlation.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
