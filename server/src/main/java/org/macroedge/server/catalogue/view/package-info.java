/// The JSON views of instruments, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.catalogue.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
