package org.macroedge.server.regime.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The regime of one region at each month-end since the first print of its indicators, ascending.
public record RegimeHistory(
        @JsonUnwrapped RegimeHeader header,
        @Codes(Region.class) String region,
        List<RegimePoint> points) {}
