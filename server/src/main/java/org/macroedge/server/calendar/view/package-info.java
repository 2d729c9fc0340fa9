/// The JSON views of the calendar, used by its controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.calendar.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
