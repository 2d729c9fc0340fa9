package org.macroedge.server.jobs;

import java.time.Clock;
import java.util.List;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the tasks and jobs of every module.
@Configuration(proxyBeanMethods = false)
@Import(JobsController.class)
public class JobsConfiguration {

    @Bean
    @ServerOnly
    TaskRunner taskRunner(List<Task> tasks) {
        return new TaskRunner(tasks);
    }

    @Bean
    EveryJob everyJob(List<Job> fixed, ObjectProvider<ConfiguredJobs> configured) {
        return EveryJob.of(fixed, configured.stream());
    }

    @Bean
    JobStore jobStore(JdbcClient jdbc, Clock clock) {
        return new JobStore(jdbc, clock);
    }

    @Bean
    JobRunner jobRunner(
            EveryJob every, JobStore store, Settings settings, Database database, EventLog events, RecordTimes times) {
        JobAnnouncer announcer = new JobAnnouncer(database.transactions(), events, times);
        return new JobRunner(every.jobs(), settings.roles(), store, new JobLock(database.source()), announcer);
    }

    @Bean
    @ServerOnly
    JobMeters jobMeters(JobRunner runner, EveryJob every, JobStore store) {
        return new JobMeters(runner, every.jobs(), store);
    }

    @Bean
    @InRole({ServerRole.INGESTION, ServerRole.BIAS_ENGINE})
    JobHealth jobsHealthIndicator(JobScheduler scheduler) {
        return new JobHealth(scheduler::isRunning, scheduler::silence);
    }

    @Bean
    Jobs jobs(
            EveryJob every,
            JobStore store,
            JobRunner runner,
            TransactionTemplate transactions,
            Settings settings,
            Clock clock) {
        return new Jobs(every.jobs(), settings.roles(), store, runner, transactions, clock);
    }

    @Bean
    @InRole({ServerRole.INGESTION, ServerRole.BIAS_ENGINE})
    JobScheduler jobScheduler(
            EveryJob every, JobStore store, JobRunner runner, Settings settings, Database database, Clock clock) {
        List<Job> own = every.jobs().stream()
                .filter(job -> settings.roles().contains(job.role()))
                .toList();
        return new JobScheduler(own, store, runner, database.source(), clock);
    }
}
