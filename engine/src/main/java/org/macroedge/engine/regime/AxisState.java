package org.macroedge.engine.regime;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Quadrant;

/// Where a composite stands.
public enum AxisState implements Coded {
    UP,
    DOWN,
    /// There are no data at this month-end, or no two month-ends in a row have left the band yet.
    UNDETERMINED;

    /// The quadrant of this state of growth and a state of inflation.
    Quadrant quadrant(AxisState inflation) {
        if (this == UNDETERMINED || inflation == UNDETERMINED) {
            return Quadrant.UNDETERMINED;
        }
        if (this == UP) {
            return inflation == UP ? Quadrant.REFLATION : Quadrant.GOLDILOCKS;
        }
        return inflation == UP ? Quadrant.STAGFLATION : Quadrant.SLOWDOWN;
    }
}
