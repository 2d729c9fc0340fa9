/// What was released and what is to come.
@NullMarked
package org.macroedge.server.calendar;

import org.jspecify.annotations.NullMarked;
