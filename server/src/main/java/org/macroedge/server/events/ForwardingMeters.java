package org.macroedge.server.events;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.macroedge.server.events.forwarding.EventForwarder;

/// How many events wait for a broker, and how many it took.
final class ForwardingMeters implements MeterBinder {

    private final EventForwarding forwarding;

    ForwardingMeters(EventForwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        EventForwarder forwarder = forwarding.forwarder();
        new BacklogMeters(forwarding.delivery()).bindTo(registry);
        FunctionCounter.builder("macro.edge.event.sent", forwarder, EventForwarder::sent)
                .description("Events that the broker acknowledged")
                .register(registry);
        FunctionCounter.builder("macro.edge.event.dead.letters", forwarder, EventForwarder::deadLetters)
                .description("Events that could not be sent and became dead letters")
                .register(registry);
    }
}
