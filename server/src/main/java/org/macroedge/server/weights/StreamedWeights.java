package org.macroedge.server.weights;

import org.macroedge.server.events.Event;
import org.macroedge.server.stream.StreamedType;
import org.macroedge.server.stream.view.WeightsEvent;

/// Tells those who follow the stream that another version of a weight set is in force.
final class StreamedWeights implements StreamedType {

    private static final int VERSION = 1;

    @Override
    public String type() {
        return WeightSetPublished.TYPE;
    }

    @Override
    public String name() {
        return "weights";
    }

    @Override
    public Record data(Event event) {
        WeightSetPublished published = event.read(WeightSetPublished.class);
        return new WeightsEvent(VERSION, event.recordedAt(), published.weightSet(), published.version());
    }
}
