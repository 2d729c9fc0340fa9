package org.macroedge.server.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.jobs.view.JobRunList;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.springframework.transaction.support.TransactionTemplate;

/// The jobs of this program: when they run, what they did, and running them by hand.
public final class Jobs {

    /// The greatest number of runs in an answer.
    public static final int MOST_RUNS = 1_000;

    /// A job of another server whose time passed so long ago has no server any more.
    private static final Duration LONGEST_AWAY = Duration.ofDays(14);

    private final List<Job> jobs;
    private final Set<ServerRole> roles;
    private final JobStore store;
    private final JobRunner runner;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /// @param roles of this process
    Jobs(
            List<Job> jobs,
            Set<ServerRole> roles,
            JobStore store,
            JobRunner runner,
            TransactionTemplate transactions,
            Clock clock) {
        this.roles = Set.copyOf(roles);
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
        Stream<JobItem> own = jobs.stream()
                .map(job -> new JobItem(
                        job.name(),
                        job.description(),
                        job.schedule() == null ? null : job.schedule().text(),
                        job.after().stream().sorted().toList(),
                        paused.contains(job.name()),
                        paused.contains(job.name()) ? null : next(job, due.get(job.name())),
                        latest(job.name(), latest)));
        return Stream.concat(own, others(latest, due, paused))
                .sorted(Comparator.comparing(JobItem::name))
                .toList();
    }

    private static @Nullable JobRunItem latest(String job, Map<String, JobRun> latest) {
        JobRun run = latest.get(job);
        return run == null ? null : item(run);
    }

    /// Jobs of a file that only another server has.
    private Stream<JobItem> others(Map<String, JobRun> latest, Map<String, Instant> due, Set<String> paused) {
        Set<String> own = jobs.stream().map(Job::name).collect(Collectors.toSet());
        Instant earliest = clock.instant().minus(LONGEST_AWAY);
        return roles.contains(ServerRole.INGESTION)
                ? Stream.empty()
                : due.entrySet().stream()
                        .filter(job ->
                                !own.contains(job.getKey()) && job.getValue().isAfter(earliest))
                        .map(job -> new JobItem(
                                job.getKey(),
                                "A job of another server.",
                                "the times that its server has",
                                List.of(),
                                paused.contains(job.getKey()),
                                paused.contains(job.getKey()) ? null : job.getValue(),
                                latest(job.getKey(), latest)));
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
        String job = name == null ? null : ran(name);
        return new JobRunList(store.latest(job, limit).stream().map(Jobs::item).toList());
    }

    /// Runs a job now and waits for its end; those that follow it run too. A paused job can be run by hand.
    ///
    /// @throws MacroEdgeException with `unknown-job`; with `job-runs` where a run has not ended; with
    /// `job-elsewhere` where only another server has what it needs
    public JobRunItem run(String name) {
        Job job = own(name);
        if (job.role() == ServerRole.INGESTION && !roles.contains(ServerRole.INGESTION)) {
            throw JobMessage.ELSEWHERE.exception(job.name());
        }
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
        String job = named(name);
        transactions.executeWithoutResult(status -> {
            change.accept(job);
            store.recordChange(job);
        });
        return items().stream()
                .filter(item -> item.name().equals(job))
                .findFirst()
                .orElseThrow();
    }

    /// The name of a job that has runs, also where none has it any more.
    private String ran(String name) {
        return store.latest().keySet().stream()
                .filter(job -> job.equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> named(name));
    }

    /// A job that this process has.
    private Job own(String name) {
        String job = named(name);
        return jobs.stream()
                .filter(known -> known.name().equals(job))
                .findFirst()
                .orElseThrow(() -> JobMessage.ELSEWHERE.exception(job));
    }

    /// The name of a job that this process or another one over the same store has.
    private String named(String name) {
        List<String> known = items().stream().map(JobItem::name).toList();
        return known.stream()
                .filter(job -> job.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> JobMessage.UNKNOWN.exception(name, String.join(", ", known)));
    }
}
