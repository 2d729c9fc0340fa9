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

/// How old the newest run of the stored biases is, and how much of the past they lack. The last run is at the last
/// release that counts, so its age is how long nothing has come that moves a bias.
final class BiasMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final Sampled<Optional<Instant>> last;
    private final Sampled<Long> due;
    private final Clock clock;

    BiasMeters(RunTables runs, DueBiases due, Clock clock) {
        this.last = new Sampled<>(() -> runs.last(WeightedQuery.DEFAULT));
        this.due = new Sampled<>(due::count);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("macro.edge.bias.lag", this, BiasMeters::lag)
                .description("Time since the newest run of the stored biases")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
        Gauge.builder("macro.edge.bias.due", this, BiasMeters::due)
                .description("Shares of stored biases of the past that are still to be computed")
                .strongReference(true)
                .register(registry);
    }

    private double due() {
        return due.get().map(Long::doubleValue).orElse(Double.NaN);
    }

    private double lag() {
        Instant now = clock.instant();
        return last.get()
                .flatMap(run -> run)
                .map(run -> Math.max(0, Duration.between(run, now).toMillis() / MILLIS))
                .orElse(Double.NaN);
    }
}
