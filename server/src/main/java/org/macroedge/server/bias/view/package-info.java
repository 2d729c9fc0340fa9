/// The JSON views of the bias, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.bias.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
