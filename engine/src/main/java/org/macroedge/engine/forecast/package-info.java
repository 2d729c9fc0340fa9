/// Forecasts of an indicator's next print from its own earlier first prints.
@NullMarked
package org.macroedge.engine.forecast;

import org.jspecify.annotations.NullMarked;
