package org.macroedge.server.indices.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.surprises.HistoryGrid;

/// One index at each daily close or release instant of a period.
///
/// @param at the code of the grid of instants, `close` or `release`
public record IndexHistory(
        @JsonUnwrapped IndexHeader header,
        String index,
        String name,
        Instant from,
        Instant to,
        @Codes(HistoryGrid.class) String at,
        List<IndexHistoryPoint> points) {}
