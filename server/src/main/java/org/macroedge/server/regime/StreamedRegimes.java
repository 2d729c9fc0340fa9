package org.macroedge.server.regime;

import org.macroedge.server.events.Event;
import org.macroedge.server.stream.StreamedType;
import org.macroedge.server.stream.view.RegimeEvent;

/// Tells those who follow the stream that the quadrant of a region has changed.
final class StreamedRegimes implements StreamedType {

    private static final int VERSION = 1;

    @Override
    public String type() {
        return RegimeChanged.TYPE;
    }

    @Override
    public String name() {
        return "regime";
    }

    @Override
    public Record data(Event event) {
        RegimeChanged changed = event.read(RegimeChanged.class);
        return new RegimeEvent(
                VERSION,
                changed.recordedAt(),
                changed.region(),
                changed.before(),
                changed.quadrant(),
                changed.since(),
                changed.monthEnd(),
                changed.asOf(),
                changed.growth(),
                changed.inflation(),
                changed.held(),
                changed.stale());
    }
}
