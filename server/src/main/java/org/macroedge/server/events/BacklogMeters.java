package org.macroedge.server.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.macroedge.server.platform.telemetry.Sampled;

/// How many events wait for each consumer of a delivery.
final class BacklogMeters implements MeterBinder {

    private final EventDelivery delivery;
    private final Sampled<Map<String, Long>> backlog;

    BacklogMeters(EventDelivery delivery) {
        this.delivery = delivery;
        this.backlog = new Sampled<>(delivery::backlog);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String consumer : delivery.consumers()) {
            Gauge.builder("macro.edge.event.backlog", this, meters -> meters.behind(consumer))
                    .description("Events that are written and not yet passed on to a consumer")
                    .tag("consumer", consumer)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private double behind(String consumer) {
        return backlog.get()
                .map(counts -> (double) counts.getOrDefault(consumer, 0L))
                .orElse(Double.NaN);
    }
}
