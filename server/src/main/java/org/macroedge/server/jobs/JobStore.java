package org.macroedge.server.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.audit.CurrentChange;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The record of runs, and which jobs are paused.
final class JobStore {

    /// Runs are kept for so long.
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int LONGEST_RESULT = 1_000;
    private static final String COLUMNS = "number, job, trigger, attempt, outcome, started_at, ended_at, result";

    private final JdbcClient jdbc;
    private final Clock clock;

    JobStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Begins a run. The caller holds the lock of the job, so a run that has not ended was interrupted.
    JobRun begin(Job job, JobTrigger trigger, int attempt) {
        OffsetDateTime now = now();
        jdbc.sql("""
            UPDATE job_run SET outcome = 'interrupted', ended_at = ?, result = 'its process ended before it did'
            WHERE job = ? AND ended_at IS NULL
            """).param(now).param(job.name()).update();
        jdbc.sql("DELETE FROM job_run WHERE started_at < ?")
                .param(now.minus(KEPT))
                .update();
        return jdbc.sql("""
            INSERT INTO job_run (job, trigger, attempt, outcome, started_at) VALUES (?, ?, ?, 'running', ?)
            RETURNING
            """ + COLUMNS)
                .param(job.name())
                .param(trigger.code())
                .param(attempt)
                .param(now)
                .query(JobStore::run)
                .single();
    }

    JobRun end(JobRun run, JobOutcome outcome, String result) {
        String line = result.lines().findFirst().orElse("");
        return jdbc.sql("UPDATE job_run SET outcome = ?, ended_at = ?, result = ? WHERE number = ? RETURNING "
                        + COLUMNS)
                .param(outcome.code())
                .param(now())
                .param(line.substring(0, Math.min(LONGEST_RESULT, line.length())))
                .param(run.number())
                .query(JobStore::run)
                .single();
    }

    /// The latest runs, latest first.
    ///
    /// @param job null for all
    List<JobRun> latest(@Nullable String job, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM job_run WHERE job = coalesce(?::text, job) ORDER BY number DESC LIMIT ?")
                .param(job)
                .param(limit)
                .query(JobStore::run)
                .list();
    }

    /// The latest run of each job that ever ran.
    Map<String, JobRun> latest() {
        Map<String, JobRun> latest = new TreeMap<>();
        jdbc.sql("SELECT DISTINCT ON (job) " + COLUMNS + " FROM job_run ORDER BY job, number DESC")
                .query(JobStore::run)
                .list()
                .forEach(run -> latest.put(run.job(), run));
        return latest;
    }

    /// How many runs of each job failed since its last one that succeeded.
    Map<String, Long> failures(Collection<String> jobs) {
        Map<String, Long> failures = new TreeMap<>();
        jdbc.sql("""
            SELECT known.job, (SELECT count(*) FROM job_run
                               WHERE job_run.job = known.job AND outcome = 'failed'
                                 AND number > coalesce((SELECT number FROM job_run AS good
                                                        WHERE good.job = known.job AND outcome = 'succeeded'
                                                        ORDER BY number DESC LIMIT 1), 0)) AS failures
            FROM unnest(:jobs::text[]) AS known (job)
            """).param("jobs", jobs.toArray(String[]::new)).query((RowCallbackHandler)
                row -> failures.put(row.getString("job"), row.getLong("failures")));
        return failures;
    }

    /// When each job is due next, as a server has noted it: its regular time, or a retry.
    Map<String, Instant> due() {
        Map<String, Instant> due = new TreeMap<>();
        jdbc.sql("SELECT task_name, execution_time FROM scheduled_task")
                .query((row, number) -> Map.entry(row.getString("task_name"), InstantColumn.of(row, "execution_time")))
                .list()
                .forEach(entry -> due.put(entry.getKey(), entry.getValue()));
        return due;
    }

    /// Forgets the times of jobs that passed more than a day before another of these jobs last ran
    /// by the clock: servers ran, and did not have the job. It is an entry that was taken out, or a
    /// new one of its name. What ran within the last hour says nothing: another server may have
    /// started a moment ago, and still makes up what no server ran.
    ///
    /// @param jobs of one server, of the same roles
    void forgetAbandoned(Collection<String> jobs) {
        jdbc.sql("""
            DELETE FROM scheduled_task
            WHERE task_name = ANY (:jobs) AND NOT picked
              AND execution_time < (SELECT max(started_at) FROM job_run
                                    WHERE job = ANY (:jobs) AND job <> task_name AND trigger = 'schedule'
                                      AND started_at <= :now::timestamptz - INTERVAL '1 hour')
                                   - INTERVAL '1 day'
            """)
                .param("jobs", jobs.toArray(String[]::new))
                .param("now", now())
                .update();
    }

    Set<String> paused() {
        return new TreeSet<>(
                jdbc.sql("SELECT job FROM job_pause").query(String.class).list());
    }

    void pause(String job) {
        jdbc.sql("INSERT INTO job_pause (job, since) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(job)
                .param(now())
                .update();
    }

    void resume(String job) {
        jdbc.sql("DELETE FROM job_pause WHERE job = ?").param(job).update();
    }

    /// Writes the row of the audit log of the request or command that pauses or resumes a job.
    void recordChange(String job) {
        CurrentChange.record(jdbc, job);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static JobRun run(ResultSet row, int number) throws SQLException {
        return new JobRun(
                row.getLong("number"),
                row.getString("job"),
                Coded.of(JobTrigger.class, row.getString("trigger")),
                row.getInt("attempt"),
                Coded.of(JobOutcome.class, row.getString("outcome")),
                InstantColumn.of(row, "started_at"),
                InstantColumn.ofNullable(row, "ended_at"),
                row.getString("result"));
    }
}
