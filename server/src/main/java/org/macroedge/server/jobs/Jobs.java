package org.macroedge.server.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.jobs.view.JobRunList;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.springframework.transaction.support.TransactionTemplate;

/// The jobs of this program: when they run, what they did, and running them by hand.
public final class Jobs {

    /// The greatest number of runs in an answer.
    public static final int MOST_RUNS = 1_000;

    private final List<Job> jobs;
    private final JobStore store;
    private final JobRunner runner;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Jobs(List<Job> jobs, JobStore store, JobRunner runner, TransactionTemplate transactions, Clock clock) {
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
        this.store = store;
        this.runner = runner;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Every job, by name.
    public JobList list() {
        return new JobList(items());
    }

    private List<JobItem> items() {
        Map<String, JobRun> latest = store.latest();
        Map<String, Instant> due = store.due();
        Set<String> paused = store.paused();
        return jobs.stream()
                .map(job -> new JobItem(
                        job.name(),
                        job.description(),
                        job.schedule() == null ? null : job.schedule().text(),
                        job.after().stream().sorted().toList(),
                        paused.contains(job.name()),
                        paused.contains(job.name()) ? null : next(job, due.get(job.name())),
                        latest.containsKey(job.name()) ? item(latest.get(job.name())) : null))
                .toList();
    }

    private @Nullable Instant next(Job job, @Nullable Instant due) {
        JobTiming schedule = job.schedule();
        if (schedule == null) {
            return null;
        }
        return due == null || schedule.review() != null ? schedule.next(clock.instant()) : due;
    }

    static JobRunItem item(JobRun run) {
        return new JobRunItem(
                run.number(),
                run.job(),
                run.trigger().code(),
                run.attempt(),
                run.outcome().code(),
                run.startedAt(),
                run.endedAt(),
                run.result());
    }

    /// The latest runs, latest first.
    ///
    /// @param name null for the runs of all jobs
    /// @param limit from 1 to 1,000
    /// @throws MacroEdgeException with `unknown-job`; with `invalid-request` for another limit
    public JobRunList history(@Nullable String name, int limit) {
        if (limit < 1 || limit > MOST_RUNS) {
            throw InvalidValue.of("limit", limit, List.of("1 to " + MOST_RUNS));
        }
        String job = name == null ? null : job(name).name();
        return new JobRunList(store.latest(job, limit).stream().map(Jobs::item).toList());
    }

    /// Runs a job now and waits for its end; those that follow it run too. A paused job can be run by hand.
    ///
    /// @throws MacroEdgeException with `unknown-job`; with `job-runs` where a run has not ended
    public JobRunItem run(String name) {
        Job job = job(name);
        return runner.run(job, JobTrigger.MANUAL, 1)
                .map(Jobs::item)
                .orElseThrow(() -> JobMessage.RUNS_ALREADY.exception(job.name()));
    }

    /// Keeps a job from running by the clock and after others, until it is resumed.
    ///
    /// @throws MacroEdgeException with `unknown-job`
    public JobItem pause(String name) {
        return changed(name, store::pause);
    }

    /// Ends a pause.
    ///
    /// @throws MacroEdgeException with `unknown-job`
    public JobItem resume(String name) {
        return changed(name, store::resume);
    }

    private JobItem changed(String name, Consumer<String> change) {
        Job job = job(name);
        transactions.executeWithoutResult(status -> {
            change.accept(job.name());
            store.recordChange(job.name());
        });
        return items().stream()
                .filter(item -> item.name().equals(job.name()))
                .findFirst()
                .orElseThrow();
    }

    private Job job(String name) {
        return jobs.stream()
                .filter(job -> job.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> JobMessage.UNKNOWN.exception(
                        name, String.join(", ", jobs.stream().map(Job::name).toList())));
    }
}
