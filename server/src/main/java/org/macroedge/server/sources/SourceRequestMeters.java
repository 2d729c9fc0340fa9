package org.macroedge.server.sources;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/// What this server asked of each source: by the clock, and where somebody runs a job or asks for data.
final class SourceRequestMeters implements MeterBinder {

    private final Connectors connectors;
    private final SourceTally tally;

    SourceRequestMeters(Connectors connectors, SourceTally tally) {
        this.connectors = connectors;
        this.tally = tally;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SourceConnector connector : connectors.all()) {
            String source = connector.contract().id();
            for (SourceTally.Result result : SourceTally.Result.values()) {
                FunctionCounter.builder("macro.edge.source.requests", tally, counts -> counts.of(source, result))
                        .description("Requests to a source by this server")
                        .tags(Tags.of("source", source, "result", result.code()))
                        .register(registry);
            }
        }
    }
}
