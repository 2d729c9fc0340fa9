/// Releases, forecasts and schedules as they were known at an instant.
@NullMarked
package org.macroedge.engine.release;

import org.jspecify.annotations.NullMarked;
