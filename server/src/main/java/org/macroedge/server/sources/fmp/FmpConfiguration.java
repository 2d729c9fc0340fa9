package org.macroedge.server.sources.fmp;

import org.macroedge.server.jobs.Job;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.KeyedCalendar;
import org.macroedge.server.sources.ReleaseWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and the watch over the releases of its calendar.
@Configuration(proxyBeanMethods = false)
public class FmpConfiguration {

    @Bean
    KeyedCalendar fmpCalendar(Profiles profiles) {
        return FmpConnector.of(() -> profiles.shippedOrOwn(FmpConnector.ID));
    }

    @Bean
    Job fmpWatch(ReleaseWatch watch) {
        return watch.job(FmpConnector.ID);
    }
}
