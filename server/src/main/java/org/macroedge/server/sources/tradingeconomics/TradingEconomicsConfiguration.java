package org.macroedge.server.sources.tradingeconomics;

import org.macroedge.server.jobs.Job;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.ReleaseWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and the watch over the releases of its calendar.
@Configuration(proxyBeanMethods = false)
public class TradingEconomicsConfiguration {

    @Bean
    TradingEconomicsConnector tradingEconomicsConnector(Profiles profiles) {
        return new TradingEconomicsConnector(() -> profiles.shippedOrOwn(TradingEconomicsConnector.ID));
    }

    @Bean
    Job tradingEconomicsWatch(ReleaseWatch watch) {
        return watch.job(TradingEconomicsConnector.ID);
    }
}
