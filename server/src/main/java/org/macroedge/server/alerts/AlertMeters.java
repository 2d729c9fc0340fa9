package org.macroedge.server.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.macroedge.server.alerts.DeliveryStore.Waiting;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.platform.telemetry.Sampled;

/// How many messages wait for each channel of the file, for how long, and how many were given up.
final class AlertMeters implements MeterBinder {

    private static final double MILLIS = 1_000;
    private static final Duration GIVEN_UP_WITHIN = Duration.ofDays(1);

    private final AlertFile file;
    private final Clock clock;
    private final Sampled<Map<String, Waiting>> waiting;

    AlertMeters(AlertFile file, DeliveryStore store, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.waiting = new Sampled<>(() -> store.waiting(clock.instant().minus(GIVEN_UP_WITHIN)));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (AlertChannel channel : file.channels()) {
            Tags tags = Tags.of("channel", channel.id());
            Gauge.builder("macro.edge.alert.deliveries.pending", this, gauge(channel, Waiting::pending))
                    .description("Messages about alerts that their receiver has not taken yet")
                    .tags(tags)
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("macro.edge.alert.deliveries.given.up", this, gauge(channel, Waiting::givenUp))
                    .description("Messages about alerts that were given up within a day")
                    .tags(tags)
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("macro.edge.alert.delivery.lag", this, gauge(channel, this::lag))
                    .description("Time since the oldest alert was raised that a receiver has not taken yet")
                    .baseUnit("seconds")
                    .tags(tags)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private static ToDoubleFunction<AlertMeters> gauge(AlertChannel channel, ToDoubleFunction<Waiting> value) {
        return meters -> meters.waiting
                .get()
                .map(channels -> value.applyAsDouble(channels.getOrDefault(channel.id(), Waiting.NONE)))
                .orElse(Double.NaN);
    }

    private double lag(Waiting channel) {
        Instant oldest = channel.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / MILLIS);
    }
}
