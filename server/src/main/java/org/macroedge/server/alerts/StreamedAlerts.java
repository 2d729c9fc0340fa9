package org.macroedge.server.alerts;

import org.macroedge.server.events.Event;
import org.macroedge.server.stream.StreamedType;
import org.macroedge.server.stream.view.AlertEvent;

/// Sends each alert to those who follow the stream.
final class StreamedAlerts implements StreamedType {

    private static final int VERSION = 1;

    @Override
    public String type() {
        return AlertRaised.TYPE;
    }

    @Override
    public String name() {
        return "alert";
    }

    @Override
    public Record data(Event event) {
        AlertRaised raised = event.read(AlertRaised.class);
        return new AlertEvent(
                VERSION,
                raised.id(),
                raised.rule(),
                raised.kind(),
                raised.subject(),
                raised.cause(),
                raised.causedAt(),
                raised.raisedAt());
    }
}
