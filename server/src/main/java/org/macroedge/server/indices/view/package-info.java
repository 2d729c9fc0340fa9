/// The JSON views of surprise indices, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.indices.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
