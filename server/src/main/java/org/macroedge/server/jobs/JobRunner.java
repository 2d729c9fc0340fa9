package org.macroedge.server.jobs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.log.ActivityLog;
import org.macroedge.server.platform.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a job and then those that follow it, and records each run.
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final List<Job> jobs;
    private final Set<ServerRole> roles;
    private final JobStore store;
    private final JobLock lock;
    private final JobAnnouncer announcer;
    private final List<BiConsumer<JobRun, Duration>> listeners = new CopyOnWriteArrayList<>();

    /// @param roles whose jobs may follow another one here; a server of theirs does the work of the others
    JobRunner(List<Job> jobs, Set<ServerRole> roles, JobStore store, JobLock lock, JobAnnouncer announcer) {
        this.jobs = jobs;
        this.roles = Set.copyOf(roles);
        this.store = store;
        this.lock = lock;
        this.announcer = announcer;
    }

    /// Registers a listener that hears of each run of this process when it has ended, and how long it took.
    void onEnded(BiConsumer<JobRun, Duration> listener) {
        listeners.add(listener);
    }

    /// Runs a job now, in this thread.
    ///
    /// @return empty where it runs already, here or in another process
    Optional<JobRun> run(Job job, JobTrigger trigger, int attempt) {
        Optional<JobRun> run = lock.holding(job.name(), () -> recorded(job, trigger, attempt));
        if (run.isPresent() && run.get().outcome() == JobOutcome.SUCCEEDED) {
            followers(job).forEach(follower -> run(follower, JobTrigger.FOLLOWS, 1));
        }
        return run;
    }

    private List<Job> followers(Job job) {
        Set<String> paused = store.paused();
        return jobs.stream()
                .filter(other -> other.follows(job) && roles.contains(other.role()))
                .filter(other -> !paused.contains(other.name()))
                .toList();
    }

    private JobRun recorded(Job job, JobTrigger trigger, int attempt) {
        long start = System.nanoTime();
        JobRun run = announcer.announced(() -> store.begin(job, trigger, attempt));
        try (Traces.Step step = Traces.work("job " + job.name())) {
            step.add("macro_edge.job.run", run.number());
            return end(run, JobOutcome.SUCCEEDED, worked(job, step), start);
        } catch (RuntimeException fault) {
            return end(run, JobOutcome.FAILED, reason(job, fault), start);
        }
    }

    private static String worked(Job job, Traces.Step step) {
        try {
            return job.work().run();
        } catch (RuntimeException fault) {
            step.fail(fault.getClass());
            throw fault;
        }
    }

    /// The clock may be set while a job runs; how long it took does not follow from it.
    private JobRun end(JobRun run, JobOutcome outcome, String result, long start) {
        JobRun ended = announcer.announced(() -> store.end(run, outcome, result));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listeners.forEach(listener -> listener.accept(ended, took));
        if (ActivityLog.isOn()) {
            ActivityLog.add("job", fields(ended, took));
        }
        return ended;
    }

    private static Map<String, Object> fields(JobRun run, Duration took) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("job", run.job());
        fields.put("number", run.number());
        fields.put("trigger", run.trigger().code());
        fields.put("attempt", run.attempt());
        fields.put("outcome", run.outcome().code());
        fields.put("seconds", took.toMillis() / 1_000.0);
        fields.put("result", String.valueOf(run.result()));
        return fields;
    }

    /// In words for a user; what only a developer can act on goes to the log with its trace.
    private static String reason(Job job, RuntimeException fault) {
        if (fault instanceof MacroEdgeException known) {
            return String.valueOf(known.getMessage());
        }
        return DatabaseFaults.of(fault)
                .map(known -> String.valueOf(known.getMessage()))
                .orElseGet(() -> {
                    LOG.error(LogMessage.JOB_FAILED.text(job.name()), fault);
                    return "a fault of the program; the server's log has it";
                });
    }
}
