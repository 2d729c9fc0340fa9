/// The JSON views of sources and their runs, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.sources.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
