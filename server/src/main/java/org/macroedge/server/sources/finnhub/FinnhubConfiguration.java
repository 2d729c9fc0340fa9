package org.macroedge.server.sources.finnhub;

import org.macroedge.server.jobs.Job;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.KeyedCalendar;
import org.macroedge.server.sources.ReleaseWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and the watch over the releases of its calendar.
@Configuration(proxyBeanMethods = false)
public class FinnhubConfiguration {

    @Bean
    KeyedCalendar finnhubCalendar(Profiles profiles) {
        return FinnhubConnector.of(() -> profiles.shippedOrOwn(FinnhubConnector.ID));
    }

    @Bean
    Job finnhubWatch(ReleaseWatch watch) {
        return watch.job(FinnhubConnector.ID);
    }
}
