package org.macroedge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.jobs.JobServer.Case;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;

/// Two processes over one database, whose clocks the test steps across both changes of daylight saving time.
@Tag("system")
class ClockChangesTest {

    private static final Instant START = Instant.parse("2026-03-06T00:00:00Z");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final String address = TestDatabase.freshAddress();

    @TempDir
    private Path folder;

    @Test
    void tenJobsThatAreDueAtOneInstantRunOnceEachAtEachLocalTime() throws Exception {
        try (Database database = Database.at(address);
                Server first = new Server(address, folder.resolve("first.log"));
                Server second = new Server(address, folder.resolve("second.log"))) {
            List<Server> servers = List.of(first, second);
            JobStore store = new JobStore(database.jdbc(), new SettableClock(START.toString()));
            int jobs = JobServer.cases().stream()
                    .mapToInt(timed -> timed.jobs().size())
                    .sum();
            step(servers, store, START, jobs);
            for (Instant instant : steps()) {
                step(servers, store, instant, jobs);
            }
            List<JobRun> runs = store.latest(null, Integer.MAX_VALUE);
            JobServer.cases().forEach(timed -> assertRuns(timed, runs));
            assertThat(runs)
                    .extracting(JobRun::result)
                    .as("both servers took part")
                    .containsOnly(first.pid(), second.pid());
        }
    }

    /// Before each run, at it, and at the times at which clocks that changed would show its time once more.
    private static TreeSet<Instant> steps() {
        TreeSet<Instant> steps = new TreeSet<>();
        for (Case timed : JobServer.cases()) {
            steps.add(timed.runs().getFirst().minus(HOUR.multipliedBy(2)));
            for (Instant run : timed.runs()) {
                steps.addAll(List.of(
                        run.minus(HOUR), run.minusSeconds(1), run, run.plus(HOUR), run.plus(HOUR.multipliedBy(2))));
            }
        }
        return steps;
    }

    /// Sets the clocks and waits until no job is due. A scheduler whose clock was set between a look and the wait
    /// after it sleeps until the clock goes on, by a second where nothing happens.
    private static void step(List<Server> servers, JobStore store, Instant instant, int jobs)
            throws InterruptedException {
        Instant now = instant;
        servers.forEach(server -> server.set(instant));
        long start = System.nanoTime();
        long still = start;
        while (store.due().size() < jobs || store.due().values().stream().anyMatch(due -> !due.isAfter(instant))) {
            assertThat(System.nanoTime() - start).as("waiting at " + instant).isLessThan(PATIENCE_NANOS);
            TimeUnit.MILLISECONDS.sleep(20);
            if (System.nanoTime() - still > STILL_NANOS) {
                now = now.plusSeconds(1);
                for (Server server : servers) {
                    server.set(now);
                }
                still = System.nanoTime();
            }
        }
    }

    private static void assertRuns(Case timed, List<JobRun> runs) {
        Instant from = timed.runs().getFirst().minus(HOUR);
        Instant to = timed.runs().getLast().plus(HOUR.multipliedBy(3));
        for (String job : timed.jobs()) {
            assertThat(runs)
                    .filteredOn(run -> run.job().equals(job))
                    .filteredOn(run ->
                            run.startedAt().isAfter(from) && run.startedAt().isBefore(to))
                    .as(job)
                    .allMatch(run -> run.outcome() == JobOutcome.SUCCEEDED)
                    .extracting(run -> run.startedAt().truncatedTo(ChronoUnit.MINUTES))
                    .containsExactlyElementsOf(timed.runs().reversed());
        }
    }

    /// A process with a scheduler.
    private static final class Server implements AutoCloseable {

        private final Process process;
        private final BufferedWriter clock;
        private final Path log;

        Server(String address, Path log) throws IOException {
            this.process = new ProcessBuilder(Stream.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    JobServer.class.getName(),
                                    address,
                                    START.toString())
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            this.clock = process.outputWriter();
            this.log = log;
        }

        String pid() {
            return String.valueOf(process.pid());
        }

        void set(Instant instant) {
            try {
                clock.write(instant + "\n");
                clock.flush();
            } catch (IOException ended) {
                throw new AssertionError("server " + pid() + " has ended; it wrote: " + written(), ended);
            }
        }

        private String written() {
            try {
                return Files.readString(log);
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            clock.close();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }
}
