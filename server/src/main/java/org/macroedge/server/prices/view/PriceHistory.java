package org.macroedge.server.prices.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The daily closes of an instrument in a period, of one series.
///
/// @param series the one whose closes these are; null where none is known
/// @param points ascending
/// @param others the other series of the instrument, whose closes are not mixed with these
public record PriceHistory(
        String instrument,
        String name,
        @Nullable PriceSeriesItem series,
        List<PricePoint> points,
        List<PriceSeriesItem> others) {}
