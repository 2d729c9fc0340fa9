/// The JSON shapes of the bias answers, used by their controller and by the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.bias.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
