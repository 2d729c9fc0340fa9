/// The JSON shapes of the calendar answers, used by their controller and by the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.calendar.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
