package org.macroedge.server.bias;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.telemetry.Sampled;

/// How old the newest run of the stored biases is. The last run is at the last release that counts, so its age is how
/// long nothing has come that moves a bias.
final class BiasMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final Sampled<Optional<Instant>> last;
    private final Clock clock;

    BiasMeters(RunTables tables, Clock clock) {
        this.last = new Sampled<>(() -> tables.last(WeightedQuery.DEFAULT));
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("macro.edge.bias.lag", this, BiasMeters::lag)
                .description("Time since the newest run of the stored biases")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    private double lag() {
        Instant now = clock.instant();
        return last.get()
                .flatMap(run -> run)
                .map(run -> Math.max(0, Duration.between(run, now).toMillis() / MILLIS))
                .orElse(Double.NaN);
    }
}
