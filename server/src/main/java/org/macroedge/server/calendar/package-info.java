/// The calendar: past and upcoming releases with their figures.
@NullMarked
package org.macroedge.server.calendar;

import org.jspecify.annotations.NullMarked;
