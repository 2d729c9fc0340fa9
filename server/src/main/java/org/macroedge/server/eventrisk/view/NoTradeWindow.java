package org.macroedge.server.eventrisk.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time around releases that overlap or touch.
///
/// @param startsAt inclusive
/// @param endsAt inclusive
/// @param startsAtServer the same on the clock of a trading server, such as `2021.09.03 15:00:00`; null where none was
/// named
/// @param endsAtServer the end on that clock; null where none was named
/// @param importance the greatest of its releases
/// @param indicators of its releases, ascending by time, then id; each once
public record NoTradeWindow(
        Instant startsAt,
        Instant endsAt,
        @Nullable String startsAtServer,
        @Nullable String endsAtServer,
        int importance,
        List<String> indicators) {}
