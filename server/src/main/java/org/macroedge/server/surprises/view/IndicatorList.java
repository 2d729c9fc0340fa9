package org.macroedge.server.surprises.view;

import java.time.Instant;
import java.util.List;

/// Every indicator of the catalogue, in the order of ids.
public record IndicatorList(Instant asOf, boolean stale, boolean sampleOnly, List<IndicatorItem> items) {}
