package org.macroedge.server.indices.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/// One index at each daily close or release instant of a period.
///
/// @param at the code of the grid of instants, `close` or `release`
public record IndexHistory(
        @JsonUnwrapped IndexHeader header,
        String index,
        String name,
        Instant from,
        Instant to,
        String at,
        List<IndexHistoryPoint> points) {}
