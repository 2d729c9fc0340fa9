package org.macroedge.server.exports.scheduled;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.jobs.ConfiguredJobs;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The jobs of the file of exports.
@Configuration(proxyBeanMethods = false)
public class ScheduledExportsConfiguration {

    @Bean
    ConfiguredJobs scheduledExports(
            Settings settings,
            CatalogueInForce catalogue,
            Exports exports,
            LatestSurprises surprises,
            RecordClock store,
            Clock clock) {
        ExportWriter writer = new ExportWriter(exports, surprises, store, clock);
        ScheduledExports scheduled = ScheduledExports.read(
                settings.exports(), catalogue.current(), settings.home().path());
        return new ConfiguredJobs(scheduled.exports().stream().map(writer::job).toList());
    }
}
