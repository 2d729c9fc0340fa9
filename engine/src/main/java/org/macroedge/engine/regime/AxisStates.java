package org.macroedge.engine.regime;

/// The state of an axis, month-end by month-end. Inside the band of ±0.25 the last state holds. Another state,
/// the first one included, needs two month-ends in a row beyond the band on its side: one print does not make a
/// regime.
///
/// A month-end without a composite is undetermined and ends such a row; the last state is kept for the next
/// month-end with data. Holds the state of one axis; not thread-safe.
final class AxisStates {

    /// A quarter of the composite's own scale: within it the sign is mostly noise.
    static final double BAND = 0.25;

    private static final int MONTH_ENDS = 2;

    private AxisState state = AxisState.UNDETERMINED;
    private AxisState beyond = AxisState.UNDETERMINED;
    private int inRow;

    /// Takes the next month-end.
    ///
    /// @param composite NaN where there is none
    AxisState next(double composite) {
        AxisState side = side(composite);
        inRow = side == beyond ? inRow + 1 : 1;
        beyond = side;
        if (side != AxisState.UNDETERMINED && inRow >= MONTH_ENDS) {
            state = side;
        }
        return Double.isNaN(composite) ? AxisState.UNDETERMINED : state;
    }

    /// The side beyond the band; undetermined inside it, on its edge and without data.
    static AxisState side(double composite) {
        if (composite > BAND) {
            return AxisState.UP;
        }
        return composite < -BAND ? AxisState.DOWN : AxisState.UNDETERMINED;
    }
}
