/// The JSON of the events.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.stream.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
