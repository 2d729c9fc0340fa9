package org.macroedge.server.releases.importing;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.profile.Profiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans that store reported rows and undo batches.
@Configuration(proxyBeanMethods = false)
@Import(ImportsController.class)
public class ImportingConfiguration {

    @Bean
    Imports imports(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce catalogue,
            Clock clock) {
        return new Imports(jdbc, transactions, copy, recordTimes, events, catalogue, clock);
    }

    @Bean
    FigureBatches figureBatches(
            JdbcClient jdbc, TransactionTemplate transactions, RecordTimes recordTimes, CatalogueInForce catalogue) {
        return new FigureBatches(jdbc, transactions, recordTimes, catalogue);
    }

    @Bean
    Profiles profiles(Settings settings, CatalogueInForce catalogue) {
        return new Profiles(
                settings.catalogue().resolve("profiles"), settings.home().profiles(), catalogue::current);
    }

    @Bean
    CatalogueAdoption catalogueAdoption(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce catalogue) {
        return new CatalogueAdoption(jdbc, transactions, copy, recordTimes, events, catalogue);
    }

    @Bean
    SampleLoader sampleLoader(Settings settings, Profiles profiles, Imports imports) {
        return new SampleLoader(settings, profiles, imports);
    }

    @Bean
    @ServerOnly
    RunningImports runningImports(Clock clock) {
        return new RunningImports(clock);
    }
}
