package org.macroedge.server.bias.view;

import java.time.Instant;
import org.macroedge.server.platform.web.RunAnswer;

/// An answer with a run header.
public interface BiasRun extends RunAnswer {

    /// The header, whose fields are the first of the answer.
    RunHeader run();

    /// The market time of the run.
    default Instant asOf() {
        return run().asOf();
    }

    @Override
    default String runId() {
        return run().runId();
    }

    @Override
    default boolean stale() {
        return run().stale();
    }

    @Override
    default boolean sampleOnly() {
        return run().sampleOnly();
    }
}
