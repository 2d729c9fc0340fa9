package org.macroedge.server.regime.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// The regime of every region at the last month-end, in the order of the regions.
public record RegimeList(@JsonUnwrapped RegimeHeader header, List<RegimeItem> items) {}
