/// The JSON views of indicators and releases, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.surprises.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
