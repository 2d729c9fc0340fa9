package org.macroedge.server.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.macroedge.server.platform.telemetry.Sampled;

/// How long the runs of jobs take, by the job and how they ended, and how often each has failed in a row.
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
    private final List<String> jobs;
    private final Sampled<Map<String, Long>> failures;

    JobMeters(JobRunner runner, List<Job> jobs, JobStore store) {
        this.runner = runner;
        this.jobs = jobs.stream().map(Job::name).toList();
        this.failures = new Sampled<>(() -> store.failures(this.jobs));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        runner.onEnded((run, took) -> Timer.builder("macro.edge.job.run")
                .description("Time of a run of a job")
                .tag("name", run.job())
                .tag("outcome", run.outcome().code())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took));
        for (String job : jobs) {
            Gauge.builder("macro.edge.job.failures", this, meters -> meters.failures(job))
                    .description("Failed runs of a job since its last one that succeeded")
                    .tag("name", job)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private double failures(String job) {
        return failures.get()
                .map(counts -> (double) counts.getOrDefault(job, 0L))
                .orElse(Double.NaN);
    }
}
