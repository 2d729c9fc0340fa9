package org.macroedge.server.releases.verdicts;

import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans that store what people state about releases.
@Configuration(proxyBeanMethods = false)
@Import(VerdictsController.class)
public class VerdictsConfiguration {

    @Bean
    Verdicts verdicts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RecordTimes recordTimes,
            EventLog events,
            ReleaseReader releases) {
        return new Verdicts(jdbc, transactions, recordTimes, events, releases, System.getProperty("user.name"));
    }

    @Bean
    SourceVerdicts sourceVerdicts(JdbcClient jdbc, Verdicts verdicts, ReleaseReader releases) {
        return new SourceVerdicts(jdbc, verdicts, releases);
    }

    @Bean
    SourceDays sourceDays(Verdicts verdicts, ReleaseReader releases) {
        return new SourceDays(verdicts, releases);
    }
}
