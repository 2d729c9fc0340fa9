/// The JSON views of versions of weight sets, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.weights.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
