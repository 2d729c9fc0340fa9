package org.macroedge.server.sources;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.macroedge.server.platform.telemetry.Sampled;
import org.macroedge.server.sources.SourceStore.StoredState;

/// Which sources are asked by the clock, and how that goes for all servers of the store. Whether a source is on is a
/// setting of the servers that ask it, so that others have nothing to say about it.
final class SourceMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final Connectors connectors;
    private final SourceStore store;
    private final Clock clock;

    SourceMeters(Connectors connectors, SourceStore store, Clock clock) {
        this.connectors = connectors;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Sampled<Map<String, StoredState>> states = new Sampled<>(store::states);
        for (SourceConnector connector : connectors.all()) {
            SourceContract contract = connector.contract();
            Tags source = Tags.of("source", contract.id());
            Gauge.builder(
                            "macro.edge.source.on",
                            this,
                            meters -> meters.connectors.off(contract).isEmpty() ? 1 : 0)
                    .description("Whether a source is asked: 1, or 0 where it is off")
                    .tags(source)
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("macro.edge.source.lag", this, meters -> meters.lag(contract, states))
                    .description("Time since a source last gave an answer that was understood")
                    .baseUnit("seconds")
                    .tags(source)
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("macro.edge.source.failures", this, meters -> meters.failures(contract, states))
                    .description("Failures of a source since its last answer that was understood")
                    .tags(source)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private double lag(SourceContract contract, Sampled<Map<String, StoredState>> states) {
        Instant now = clock.instant();
        return state(contract, states)
                .map(StoredState::understoodAt)
                .map(understood -> Math.max(0, Duration.between(understood, now).toMillis() / MILLIS))
                .orElse(Double.NaN);
    }

    private double failures(SourceContract contract, Sampled<Map<String, StoredState>> states) {
        return state(contract, states)
                .map(state -> (double) state.gate().failures())
                .orElse(Double.NaN);
    }

    /// Empty where the source is off, and where the store cannot be asked.
    private Optional<StoredState> state(SourceContract contract, Sampled<Map<String, StoredState>> states) {
        return connectors.off(contract).isPresent()
                ? Optional.empty()
                : states.get().map(known -> known.getOrDefault(contract.id(), StoredState.NONE));
    }
}
