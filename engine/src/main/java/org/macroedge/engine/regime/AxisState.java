package org.macroedge.engine.regime;

import org.macroedge.engine.vocabulary.Coded;

/// Where a composite stands.
public enum AxisState implements Coded {
    UP,
    DOWN,
    /// There are no data at this month-end, or no two month-ends in a row have left the band yet.
    UNDETERMINED
}
