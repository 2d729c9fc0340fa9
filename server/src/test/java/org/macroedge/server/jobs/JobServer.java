package org.macroedge.server.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.time.SettableClock;

/// A process that runs the jobs of `clock-changes.csv` over a database. Each line of its input sets its clock; it ends
/// with its input.
final class JobServer {

    private static final int JOBS = 10;

    private JobServer() {}

    /// A line of the table.
    ///
    /// @param runs when each of its ten jobs runs
    record Case(String name, ZoneId zone, LocalTime time, List<Instant> runs) {

        List<String> jobs() {
            return IntStream.range(0, JOBS)
                    .mapToObj(number ->
                            "case_" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_" + number)
                    .toList();
        }
    }

    static List<Case> cases() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                JobServer.class.getResourceAsStream("clock-changes.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(" \\| "))
                    .map(cells -> new Case(
                            cells[0],
                            ZoneId.of(cells[1]),
                            LocalTime.parse(cells[2]),
                            Arrays.stream(cells[3].split(" "))
                                    .map(Instant::parse)
                                    .toList()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Job> jobs(Case timed) {
        return timed.jobs().stream()
                .map(name -> new Job(
                        name,
                        "",
                        new JobSchedule(timed.zone(), List.of(timed.time())),
                        Set.of(),
                        ServerRole.INGESTION,
                        () -> String.valueOf(ProcessHandle.current().pid())));
    }

    static JobAnnouncer announcer(Database database, Clock clock) {
        return new JobAnnouncer(
                database.transactions(), new EventLog(database.jdbc()), new RecordTimes(database.jdbc(), clock));
    }

    /// @param arguments the address of the database, and the first time of the clock
    public static void main(String[] arguments) throws IOException {
        SettableClock clock = new SettableClock(arguments[1]);
        List<Job> jobs = cases().stream().flatMap(JobServer::jobs).toList();
        try (Database database = Database.at(arguments[0]);
                BufferedReader input =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            JobStore store = new JobStore(database.jdbc(), clock);
            JobRunner runner = new JobRunner(
                    jobs, ServerRole.all(), store, new JobLock(database.source()), announcer(database, clock));
            JobScheduler server = new JobScheduler(jobs, store, runner, database.source(), clock);
            server.start();
            input.lines().map(Instant::parse).forEach(clock::set);
            server.stop();
        }
    }
}
