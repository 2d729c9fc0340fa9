/// Calendar files read by a profile into rows: pure, no store. A row is mapped, or it says why it is not.
@NamedInterface("calendar")
@NullMarked
package org.macroedge.server.releases.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
