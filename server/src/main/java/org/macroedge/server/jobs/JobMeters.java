package org.macroedge.server.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;

/// How long the runs of jobs take, by the job and how they ended.
final class JobMeters implements MeterBinder {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final JobRunner runner;

    JobMeters(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        runner.onEnded((run, took) -> Timer.builder("macro.edge.job.run")
                .description("Time of a run of a job")
                .tag("job", run.job())
                .tag("outcome", run.outcome().code())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took));
    }
}
