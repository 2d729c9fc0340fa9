package org.macroedge.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.time.VirtualClock;

/// Runs jobs when they are due. The times are rows of table `scheduled_task`: of several servers over one database, one
/// takes each. A time that passed while no server ran is made up once. A run whose server was killed is made again by
/// the next server, or by another one once six heartbeats are missing. A run that fails is repeated up to three times,
/// each after a longer pause that varies, so that servers do not all come back at once; then the job waits for its next
/// regular time.
public final class JobScheduler implements StartedByServer {

    static final int RETRIES = 3;

    private static final String INSTANCE = "scheduled";
    private static final int THREADS = 3;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration FASTEST_POLLING = Duration.ofMillis(20);
    private static final Duration FASTEST_HEARTBEAT = Duration.ofMillis(250);
    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// The times of a job that this server does not have belong to a server of another role.
    private static final Duration NEVER = Duration.ofDays(100L * 365);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    /// Between two wakings of a job whose times can change: one that is paused stays due.
    private static final Duration SOONEST = Duration.ofSeconds(1);

    private final List<Job> jobs;
    private final JobStore store;
    private final JobRunner runner;
    private final Clock clock;
    private final Scheduler scheduler;
    private final SchedulerPulse pulse = new SchedulerPulse(System::nanoTime);
    private volatile boolean running;

    JobScheduler(List<Job> jobs, JobStore store, JobRunner runner, DataSource source, Clock clock) {
        this.jobs = jobs.stream().filter(job -> job.schedule() != null).toList();
        this.store = store;
        this.runner = runner;
        this.clock = clock;
        List<CustomTask<Integer>> tasks = this.jobs.stream().map(this::task).toList();
        // its waits are the machine's, and the age of a heartbeat is the clock's
        int speed = VirtualClock.speed(clock);
        this.scheduler = Scheduler.create(source)
                .startTasks(tasks)
                .tableName("scheduled_task")
                .serializer(new Attempts())
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(faster(POLLING, clock, FASTEST_POLLING))
                .heartbeatInterval(faster(HEARTBEAT, clock, FASTEST_HEARTBEAT))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS * speed)
                .shutdownMaxWait(PATIENCE)
                .deleteUnresolvedAfter(NEVER)
                .addSchedulerListener(pulse)
                .build();
    }

    private static Duration faster(Duration interval, Clock clock, Duration shortest) {
        Duration wait = VirtualClock.wait(clock, interval);
        return wait.compareTo(shortest) < 0 ? shortest : wait;
    }

    private CustomTask<Integer> task(Job job) {
        return Tasks.custom(job.name(), Integer.class)
                .scheduleOnStartup(INSTANCE, 1, now -> wake(job, now))
                // as onDeadExecutionRevive does, which asks the machine's clock
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((instance, context) -> run(job, Objects.requireNonNullElse(instance.getData(), 1)));
    }

    /// A fixed time that passes while a run goes on is made up when it ends, once.
    private CompletionHandler<Integer> run(Job job, int attempt) {
        Instant began = clock.instant();
        JobTrigger trigger = attempt == 1 ? JobTrigger.SCHEDULE : JobTrigger.RETRY;
        Optional<JobRun> run = !isDue(job, began) || store.paused().contains(job.name())
                ? Optional.empty()
                : runner.run(job, trigger, attempt);
        boolean again = attempt <= RETRIES
                && run.filter(ended -> ended.outcome() == JobOutcome.FAILED).isPresent();
        Instant now = clock.instant();
        Instant regular = wake(job, timing(job).review() == null ? began : now);
        Instant retry = now.plus(pause(job, attempt, now));
        return (complete, operations) -> {
            if (again && timing(job).review() == null && retry.isBefore(regular)) {
                operations.reschedule(complete, retry, attempt + 1);
            } else {
                operations.reschedule(complete, regular, 1);
            }
        };
    }

    private static JobTiming timing(Job job) {
        return Objects.requireNonNull(job.schedule());
    }

    /// A job whose times can change is woken to read them again, and may find that none is due.
    private static boolean isDue(Job job, Instant now) {
        JobTiming timing = timing(job);
        Instant next = timing.review() == null ? now : timing.next(now);
        return next != null && !next.isAfter(now);
    }

    /// When to look whether a job is due: at its next time, and no later than its times are to be read again.
    private static Instant wake(Job job, Instant now) {
        JobTiming timing = timing(job);
        Duration review = timing.review();
        Instant next = timing.next(now);
        if (review == null) {
            return Objects.requireNonNull(next);
        }
        Instant latest = now.plus(review);
        Instant earliest = now.plus(SOONEST);
        return next == null || next.isAfter(latest) ? latest : next.isBefore(earliest) ? earliest : next;
    }

    /// One, five and 25 minutes, each half to one and a half times as long.
    static Duration pause(Job job, int attempt, Instant now) {
        double longer = FIRST_PAUSE.toMillis() * Math.pow(5, attempt - 1);
        SplittableRandom random = new SplittableRandom(job.name().hashCode() * 31L + now.toEpochMilli());
        return Duration.ofMillis((long) (longer * (0.5 + random.nextDouble())));
    }

    /// Since the last look for jobs that are due.
    Duration silence() {
        return pulse.silence();
    }

    @Override
    public void start() {
        pulse.beat();
        store.forgetAbandoned(jobs.stream().map(Job::name).toList());
        scheduler.start();
        jobs.forEach(this::adopt);
        running = true;
    }

    /// A schedule that was edited is in force at once.
    private void adopt(Job job) {
        TaskInstanceId task = TaskInstanceId.of(job.name(), INSTANCE);
        Instant now = clock.instant();
        scheduler
                .getScheduledExecution(task)
                .filter(execution -> Objects.equals(execution.getData(), 1) && !execution.isPicked())
                .filter(execution -> execution.getExecutionTime().isAfter(now))
                .filter(execution -> !execution.getExecutionTime().equals(wake(job, now)))
                .ifPresent(execution -> scheduler.reschedule(task, wake(job, now)));
    }

    /// Waits for the runs in progress.
    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// The number of the attempt, as text.
    private static final class Attempts implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return String.valueOf(data).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] data) {
            return type.cast(Integer.valueOf(new String(data, StandardCharsets.US_ASCII)));
        }
    }
}
