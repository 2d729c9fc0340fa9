package org.macroedge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;

/// Servers over one database, whose clock the test sets.
class JobSchedulerTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String address = TestDatabase.freshAddress();
    private final List<Database> databases = new ArrayList<>();
    private final List<JobScheduler> servers = new ArrayList<>();
    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final SettableClock clock = new SettableClock("2026-03-01T00:00:00Z");

    @AfterEach
    void close() {
        servers.forEach(JobScheduler::stop);
        databases.forEach(Database::close);
    }

    private Database database() {
        Database database = Database.at(address);
        databases.add(database);
        return database;
    }

    private JobScheduler serve(List<Job> jobs) {
        Database database = database();
        JobStore store = new JobStore(database.jdbc(), clock);
        JobRunner runner = new JobRunner(
                jobs, ServerRole.all(), store, new JobLock(database.source()), JobServer.announcer(database, clock));
        JobScheduler server = new JobScheduler(jobs, store, runner, database.source(), clock);
        server.start();
        servers.add(server);
        return server;
    }

    private Job job(String name, LocalTime time) {
        return new Job(name, "", new JobSchedule(NEW_YORK, List.of(time)), Set.of(), ServerRole.INGESTION, () -> {
            count(name).incrementAndGet();
            return "done";
        });
    }

    private AtomicInteger count(String name) {
        return runs.computeIfAbsent(name, absent -> new AtomicInteger());
    }

    /// The scheduler waits for its next look by the clock that it was given. If that clock was set between a look and
    /// the wait after it, it stands still too early by a second: it goes on by one where nothing happens.
    private void until(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        long looked = start;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            TimeUnit.MILLISECONDS.sleep(20);
            if (System.nanoTime() - looked > STILL_NANOS) {
                clock.step(Duration.ofSeconds(1));
                looked = System.nanoTime();
            }
        }
    }

    private void untilAllWaitFor(Instant earliest) throws InterruptedException {
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        until(() -> store.due().values().stream().noneMatch(due -> due.isBefore(earliest)));
    }

    private void untilAllWaitFor(Instant earliest, String job) throws InterruptedException {
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        until(() -> !store.due().get(job).isBefore(earliest));
    }

    @Test
    void tenJobsThatAreDueAtOnceOnTwoServersRunOnceEachAndOnceADayAcrossBothClockChanges() throws Exception {
        List<Job> jobs = IntStream.range(0, 10)
                .mapToObj(number -> job("job_" + number, LocalTime.of(1 + number % 2, 30)))
                .toList();
        serve(jobs);
        serve(jobs);
        int days = 0;
        for (Instant start : List.of(Instant.parse("2026-03-06T12:00:00Z"), Instant.parse("2026-10-30T12:00:00Z"))) {
            clock.set(start);
            untilAllWaitFor(clock.instant());
            jobs.forEach(job -> count(job.name()).set(0));
            for (days = 1; days <= 4; days++) {
                clock.set(start.plus(Duration.ofDays(days)));
                untilAllWaitFor(clock.instant());
                int expected = days;
                until(() -> runs.values().stream().allMatch(count -> count.get() >= expected));
            }
            assertThat(runs.values().stream().map(AtomicInteger::get))
                    .hasSize(10)
                    .containsOnly(4);
        }
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        assertThat(store.latest(null, 1_000)).extracting(JobRun::outcome).containsOnly(JobOutcome.SUCCEEDED);
    }

    @Test
    void aRunThatFailsIsRepeatedThreeTimesThenWaitsForItsRegularTime() throws Exception {
        Job failing = new Job(
                "failing",
                "",
                new JobSchedule(ZoneOffset.UTC, List.of(LocalTime.of(6, 0))),
                Set.of(),
                ServerRole.INGESTION,
                () -> {
                    count("failing").incrementAndGet();
                    throw new IllegalStateException("of the test");
                });
        serve(List.of(failing));
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        clock.set("2026-03-01T06:00:00Z");
        for (int attempt = 1; attempt <= 4; attempt++) {
            int expected = attempt;
            until(() -> store.latest(null, 10).size() == expected
                    && store.latest(null, 1).getFirst().endedAt() != null
                    && store.due().get("failing").isAfter(clock.instant()));
            clock.set(store.due().get("failing"));
        }
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(store.latest(null, 10).reversed())
                .extracting(JobRun::trigger)
                .startsWith(JobTrigger.SCHEDULE, JobTrigger.RETRY, JobTrigger.RETRY, JobTrigger.RETRY);
    }

    @Test
    void aTimeThatPassedWithoutAServerIsMadeUpOnceAndAnEditedScheduleIsInForceAtOnce() throws Exception {
        JobScheduler first = serve(List.of(job("daily", LocalTime.of(8, 30))));
        first.stop();
        clock.step(Duration.ofDays(5));
        JobScheduler second = serve(List.of(job("daily", LocalTime.of(8, 30))));
        until(() -> count("daily").get() == 1);
        untilAllWaitFor(clock.instant());
        second.stop();

        serve(List.of(job("daily", LocalTime.of(9, 15))));

        JobStore store = new JobStore(databases.getLast().jdbc(), clock);
        assertThat(store.due()).containsEntry("daily", Instant.parse("2026-03-06T14:15:00Z"));
        assertThat(count("daily")).hasValue(1);
    }

    @Test
    void timesThatPassDuringARunAreMadeUpOnceWhenItHasEnded() throws Exception {
        JobSchedule schedule = new JobSchedule(ZoneOffset.UTC, List.of(LocalTime.of(6, 0), LocalTime.of(7, 0)));
        List<Instant> began = new CopyOnWriteArrayList<>();
        serve(List.of(new Job("long", "", schedule, Set.of(), ServerRole.INGESTION, () -> {
            began.add(clock.instant());
            if (began.size() == 1) {
                clock.set("2026-03-02T07:30:00Z");
            }
            return "done";
        })));
        clock.set("2026-03-01T06:00:00Z");
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        until(() -> Instant.parse("2026-03-03T06:00:00Z").equals(store.due().get("long")));

        assertThat(began).hasSize(2);
        assertThat(store.latest(null, 10)).extracting(JobRun::trigger).containsOnly(JobTrigger.SCHEDULE);
    }

    @Test
    void aRunWhoseServerWasKilledIsMadeAgainByTheNextServer() throws Exception {
        Job daily = job("daily", LocalTime.of(8, 30));
        serve(List.of(daily)).stop();
        clock.set("2026-03-01T13:30:00Z");
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        store.begin(daily, JobTrigger.SCHEDULE, 1);
        databases
                .getFirst()
                .jdbc()
                .sql("""
                    UPDATE scheduled_task SET picked = TRUE, picked_by = 'a killed server', last_heartbeat = ?
                    """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        clock.step(Duration.ofMinutes(2));
        serve(List.of(daily));
        until(() -> count("daily").get() == 1);
        untilAllWaitFor(clock.instant());

        assertThat(store.due()).containsEntry("daily", Instant.parse("2026-03-02T13:30:00Z"));
        assertThat(store.latest("daily", 10).reversed())
                .extracting(JobRun::outcome)
                .containsExactly(JobOutcome.INTERRUPTED, JobOutcome.SUCCEEDED);
    }

    /// A retired entry of the file of exports, whose id a new one has.
    @Test
    void aJobThatWasAwayWhileOthersRanDoesNotMakeUpItsTime() throws Exception {
        Job feed = job("feed", LocalTime.of(6, 0));
        Job export = job("export", LocalTime.of(8, 30));
        serve(List.of(feed, export)).stop();
        serve(List.of(feed));
        for (int day = 0; day < 3; day++) {
            clock.step(Duration.ofDays(1));
            untilAllWaitFor(clock.instant(), "feed");
        }
        servers.getLast().stop();
        assertThat(count("export")).hasValue(0);

        serve(List.of(feed, export));
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);

        assertThat(store.due().get("export")).isAfter(clock.instant());
        untilAllWaitFor(clock.instant());
        assertThat(count("export")).hasValue(0);
    }

    @Test
    void whatNoServerRanIsMadeUpThoughAnotherServerBeganToMakeUpAMomentAgo() throws Exception {
        Job feed = job("feed", LocalTime.of(6, 0));
        Job export = job("export", LocalTime.of(8, 30));
        serve(List.of(feed, export)).stop();
        clock.step(Duration.ofDays(3));
        serve(List.of(feed));
        untilAllWaitFor(clock.instant(), "feed");
        clock.step(Duration.ofMinutes(1));

        serve(List.of(feed, export));
        untilAllWaitFor(clock.instant());

        assertThat(count("export")).hasValue(1);
    }

    /// The scheduler library forgets jobs that it does not know after 14 days by itself.
    @Test
    void theTimesOfJobsOfAnotherRoleOutliveTheirServersAbsence() throws Exception {
        Job feed = job("feed", LocalTime.of(6, 0));
        serve(List.of(feed)).stop();
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        Instant due = store.due().get("feed");
        serve(List.of(job("engine", LocalTime.of(7, 0))));
        for (int day = 0; day < 40; day += 8) {
            clock.step(Duration.ofDays(8));
            untilAllWaitFor(clock.instant(), "engine");
        }
        assertThat(store.due()).containsEntry("feed", due);

        serve(List.of(feed));
        until(() -> count("feed").get() == 1);
    }

    @Test
    void aPausedJobLetsItsTimesPass() throws Exception {
        serve(List.of(job("daily", LocalTime.of(8, 30))));
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        store.pause("daily");
        clock.step(Duration.ofDays(1));
        untilAllWaitFor(clock.instant());
        assertThat(count("daily")).hasValue(0);

        store.resume("daily");
        clock.step(Duration.ofDays(1));
        until(() -> count("daily").get() == 1);
    }

    @Test
    void aJobWhoseTimesChangeIsWokenToReadThemAndRunsOnlyWhenOneIsDue() throws Exception {
        AtomicReference<@Nullable Instant> next = new AtomicReference<>();
        Job watching = new Job("watching", "", timing(next), Set.of(), ServerRole.INGESTION, () -> {
            next.set(null);
            count("watching").incrementAndGet();
            throw new IllegalStateException("of the test");
        });
        serve(List.of(watching));
        JobStore store = new JobStore(databases.getFirst().jdbc(), clock);
        assertThat(store.due()).containsEntry("watching", Instant.parse("2026-03-01T00:05:00Z"));

        clock.set("2026-03-01T00:05:00Z");
        untilAllWaitFor(Instant.parse("2026-03-01T00:10:00Z"));
        assertThat(store.latest(null, 10)).as("runs while no time is known").isEmpty();

        next.set(Instant.parse("2026-03-01T00:12:00Z"));
        clock.set("2026-03-01T00:10:10Z");
        untilAllWaitFor(Instant.parse("2026-03-01T00:12:00Z"));
        assertThat(store.due()).containsEntry("watching", Instant.parse("2026-03-01T00:12:00Z"));
        assertThat(store.latest(null, 10)).as("runs before the time").isEmpty();

        clock.set("2026-03-01T00:12:00Z");
        until(() -> count("watching").get() == 1);
        untilAllWaitFor(Instant.parse("2026-03-01T00:17:00Z"));
        assertThat(store.latest(null, 10))
                .as("a run that fails is not repeated: the next time is its repetition")
                .singleElement()
                .extracting(JobRun::outcome)
                .isEqualTo(JobOutcome.FAILED);

        store.pause("watching");
        next.set(Instant.parse("2026-03-01T00:20:00Z"));
        clock.set("2026-03-01T00:25:00Z");
        untilAllWaitFor(Instant.parse("2026-03-01T00:25:01Z"));
        assertThat(count("watching")).as("runs of a paused job").hasValue(1);
    }

    private static JobTiming timing(AtomicReference<@Nullable Instant> next) {
        return new JobTiming() {
            @Override
            public @Nullable Instant next(Instant now) {
                return next.get();
            }

            @Override
            public Duration review() {
                return Duration.ofMinutes(5);
            }

            @Override
            public String text() {
                return "of the test";
            }
        };
    }
}
