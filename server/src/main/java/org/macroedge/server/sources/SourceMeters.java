package org.macroedge.server.sources;

import io.micrometer.core.instrument.FunctionCounter;
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

/// How fetching from each source goes: what this server asked, and what the store says for all servers.
final class SourceMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final Connectors connectors;
    private final SourceTally tally;
    private final SourceStore store;
    private final Clock clock;

    SourceMeters(Connectors connectors, SourceTally tally, SourceStore store, Clock clock) {
        this.connectors = connectors;
        this.tally = tally;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Sampled<Map<String, StoredState>> states = new Sampled<>(store::states);
        for (SourceConnector connector : connectors.all()) {
            SourceContract contract = connector.contract();
            Tags source = Tags.of("source", contract.id());
            for (SourceTally.Result result : SourceTally.Result.values()) {
                FunctionCounter.builder("macro.edge.source.requests", tally, counts -> counts.of(contract.id(), result))
                        .description("Requests to a source by this server")
                        .tags(source.and("result", result.code()))
                        .register(registry);
            }
            Gauge.builder(
                            "macro.edge.source.on",
                            this,
                            meters -> meters.connectors.off(contract).isEmpty() ? 1 : 0)
                    .description("Whether a source is asked: 1, or 0 where it is off")
                    .tags(source)
                    .register(registry);
            Gauge.builder("macro.edge.source.lag", this, meters -> meters.lag(contract, states))
                    .description("Time since a source last gave an answer that was understood")
                    .baseUnit("seconds")
                    .tags(source)
                    .register(registry);
            Gauge.builder("macro.edge.source.failures", this, meters -> meters.failures(contract, states))
                    .description("Failures of a source since its last answer that was understood")
                    .tags(source)
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
