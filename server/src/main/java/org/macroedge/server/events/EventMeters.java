package org.macroedge.server.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How long it takes to bring the stored history up to date, and how many events are not yet passed on.
final class EventMeters implements MeterBinder {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final EventDelivery delivery;

    EventMeters(EventDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        delivery.onRun(run -> Timer.builder("macro.edge.history.run")
                .description("Time of a change of what is stored of surprises and biases")
                .tag("consumer", run.consumer())
                .tag("rebuilt", String.valueOf(run.rebuilt()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(run.nanos(), TimeUnit.NANOSECONDS));
        new BacklogMeters(delivery).bindTo(registry);
    }
}
