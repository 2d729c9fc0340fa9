package org.macroedge.server.access.limits;

import org.macroedge.server.platform.config.LimitSettings;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseIdentity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The limits of a server.
@ServerOnly
@Configuration(proxyBeanMethods = false)
public class LimitsConfiguration {

    @Bean
    SharedTokens sharedTokens(Settings settings, DatabaseIdentity database) {
        String redis = settings.redisUrl();
        LimitSettings limits = settings.access().limits();
        boolean isLimited = limits.callers() != null || limits.strangers() != null || limits.failures() != null;
        return redis == null || !isLimited ? SharedTokens.NONE : new RedisTokens(redis, database, System::nanoTime);
    }

    @Bean
    RequestLimits requestLimits(Settings settings, SharedTokens tokens) {
        return new RequestLimits(settings.access().limits(), tokens, System::nanoTime);
    }

    @Bean
    ClientAddresses clientAddresses(Settings settings) {
        return new ClientAddresses(settings.access().limits().proxies());
    }
}
