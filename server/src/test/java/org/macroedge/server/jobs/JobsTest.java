package org.macroedge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.DiskSpace;

/// Runs by hand, on a real database.
class JobsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T07:45:00Z");

    private final Database database = TestDatabase.fresh();
    private final List<String> ran = new ArrayList<>();
    private final JobStore store = new JobStore(database.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    private Jobs jobs(Job... jobs) {
        return jobs(ServerRole.all(), jobs);
    }

    private Jobs jobs(Set<ServerRole> roles, Job... jobs) {
        List<Job> all = List.of(jobs);
        return new Jobs(
                all,
                roles,
                store,
                new JobRunner(
                        all,
                        ServerRole.all(),
                        store,
                        new JobLock(database.source()),
                        JobServer.announcer(database, Clock.fixed(NOW, ZoneOffset.UTC))),
                database.transactions(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Job job(String name, String... after) {
        return new Job(name, "Does " + name + ".", null, Set.of(after), ServerRole.INGESTION, () -> {
            ran.add(name);
            return "did " + name + "\nand more";
        });
    }

    @Test
    void aRunIsFollowedByTheJobsThatFollowItAndEachIsRecorded() {
        Jobs jobs = jobs(job("last", "middle"), job("first.us"), job("middle", "first"), job("other"));

        JobRunItem run = jobs.run("first.us");

        assertThat(run).isEqualTo(new JobRunItem(1, "first.us", "manual", 1, "succeeded", NOW, NOW, "did first.us"));
        assertThat(ran).containsExactly("first.us", "middle", "last");
        assertThat(jobs.history(null, 50).items())
                .extracting(JobRunItem::job, JobRunItem::trigger)
                .containsExactly(tuple("last", "follows"), tuple("middle", "follows"), tuple("first.us", "manual"));
        assertThat(jobs.history("middle", 50).items()).hasSize(1);
        assertThat(jobs.list().items())
                .extracting(JobItem::name)
                .containsExactly("first.us", "last", "middle", "other");
        assertThat(jobs.list().items().getLast().last()).isNull();
    }

    @Test
    void aRunThatFailsSaysWhyAndNothingFollows() {
        Jobs jobs = jobs(
                new Job("full", "", null, Set.of(), ServerRole.INGESTION, () -> {
                    throw DiskSpace.full(Path.of("home"), null);
                }),
                new Job("broken", "", null, Set.of(), ServerRole.INGESTION, () -> {
                    throw new IllegalStateException("of the test");
                }),
                job("after", "full", "broken"));

        assertThat(jobs.run("full").outcome()).isEqualTo("failed");
        assertThat(jobs.run("full").result()).startsWith("the disk is full");
        try (LogLines lines = LogLines.open()) {
            assertThat(jobs.run("broken").result()).isEqualTo("a fault of the program; the server's log has it");
            lines.assertSeen("LogMessage.JOB_FAILED");
        }
        assertThat(ran).isEmpty();
    }

    @Test
    void failuresAreCountedFromTheLastSuccessOfEachJobAlone() {
        boolean[] works = {false};
        Job job = new Job("feed", "", null, Set.of(), ServerRole.INGESTION, () -> {
            if (!works[0]) {
                throw DiskSpace.full(Path.of("home"), null);
            }
            return "done";
        });
        Jobs jobs = jobs(job, job("other"));
        List<String> names = List.of("feed", "other", "never_ran");
        assertThat(store.failures(names)).isEqualTo(Map.of("feed", 0L, "other", 0L, "never_ran", 0L));

        jobs.run("feed");
        jobs.run("other");
        jobs.run("feed");
        assertThat(store.failures(names)).isEqualTo(Map.of("feed", 2L, "other", 0L, "never_ran", 0L));

        works[0] = true;
        jobs.run("feed");
        assertThat(store.failures(names).get("feed")).isZero();
        works[0] = false;
        jobs.run("feed");
        assertThat(store.failures(names).get("feed")).isOne();
    }

    @Test
    void aPausedJobRunsByHandOnly() {
        Jobs jobs = jobs(job("first"), job("second", "first"));

        assertThat(jobs.pause("second").paused()).isTrue();
        jobs.run("first");
        assertThat(ran).containsExactly("first");
        jobs.run("second");
        assertThat(ran).containsExactly("first", "second");
        assertThat(jobs.pause("second").paused()).isTrue();
        assertThat(jobs.resume("second").paused()).isFalse();
        jobs.run("first");
        assertThat(ran).containsExactly("first", "second", "first", "second");
    }

    @Test
    void twoRunsOfAJobDoNotOverlapInAnyProcess() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Jobs jobs = jobs(new Job("slow", "", null, Set.of(), ServerRole.INGESTION, () -> {
            begun.countDown();
            await(end);
            return "done";
        }));
        CompletableFuture<JobRunItem> slow = CompletableFuture.supplyAsync(() -> jobs.run("slow"));
        begun.await();

        assertFault("JobMessage.RUNS_ALREADY", () -> jobs.run("slow"));
        assertThat(jobs.history("slow", 1).items().getFirst().outcome()).isEqualTo("running");

        end.countDown();
        assertThat(slow.get().outcome()).isEqualTo("succeeded");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRunWhoseProcessEndedIsInterrupted() {
        Job job = job("killed");
        store.begin(job, JobTrigger.SCHEDULE, 1);

        jobs(job).run("killed");

        assertThat(jobs(job).history("killed", 50).items())
                .extracting(JobRunItem::outcome)
                .containsExactly("succeeded", "interrupted");
    }

    /// An api does not read the file of exports of the server that writes them.
    @Test
    void jobsOfOtherServersAreSeenAndPausedAndRunOnlyThere() {
        Job export = job("scheduled_export.us");
        jobs(export).run("scheduled_export.us");
        database.jdbc().sql("""
            INSERT INTO scheduled_task (task_name, task_instance, execution_time, picked, version)
            VALUES ('scheduled_export.us', 'scheduled', '2026-11-27T07:00:00Z', false, 1),
                   ('scheduled_export.old', 'scheduled', '2026-11-01T07:00:00Z', false, 1)
            """).update();
        Jobs api = jobs(Set.of(ServerRole.API), job("feed"));

        assertThat(api.list().items()).extracting(JobItem::name).containsExactly("feed", "scheduled_export.us");
        JobItem seen = api.list().items().getLast();
        assertThat(seen.next()).isEqualTo("2026-11-27T07:00:00Z");
        assertThat(Objects.requireNonNull(seen.last()).result()).isEqualTo("did scheduled_export.us");
        assertThat(api.history("scheduled_export.US", 5).items()).hasSize(1);
        assertThat(api.pause("scheduled_export.us").paused()).isTrue();
        assertFault("JobMessage.ELSEWHERE", () -> api.run("scheduled_export.us"));
        assertFault("JobMessage.ELSEWHERE", () -> api.run("feed"));
        assertFault("JobMessage.UNKNOWN", () -> api.history("scheduled_export.old", 1));
        assertThat(jobs(export).list().items())
                .as("a server that asks sources has every job itself")
                .hasSize(1);
    }

    @Test
    void whatDoesNotExistIsNamed() {
        Jobs jobs = jobs(job("only"));

        assertFault("JobMessage.UNKNOWN", () -> jobs.run("other"));
        assertFault("JobMessage.UNKNOWN", () -> jobs.history("other", 1));
        assertFault("InvalidValue.NOT_ALLOWED", () -> jobs.history(null, 0));
        assertFault("InvalidValue.NOT_ALLOWED", () -> jobs.history(null, 1_001));
    }

    private static void assertFault(String message, ThrowingCallable work) {
        MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, work);
        DeclaredMessages.assertSeen(message, String.valueOf(fault.getMessage()));
    }
}
