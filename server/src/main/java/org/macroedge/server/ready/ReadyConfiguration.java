package org.macroedge.server.ready;

import java.time.Clock;
import java.time.Duration;
import org.macroedge.server.access.HeldAccess;
import org.macroedge.server.access.ReadAccess;
import org.macroedge.server.events.EventNotices;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseIdentity;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ready answers.
@InRole(ServerRole.API)
@Configuration(proxyBeanMethods = false)
public class ReadyConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean
    StoreVersion storeVersion(ReleaseReader facts, RecordTimes times, EventNotices notices) {
        StoreVersion version = new StoreVersion(facts::latestRecordTime, System::nanoTime);
        times.onTaken(version::changed);
        notices.onNotice(version::changed);
        return version;
    }

    @Bean
    SharedAnswers sharedAnswers(Settings settings, DatabaseIdentity database) {
        String redis = settings.redisUrl();
        return redis == null ? SharedAnswers.NONE : new RedisAnswers(redis, new SharedKeys(database), System::nanoTime);
    }

    /// Where no Redis is named, none is missing.
    @Bean
    RedisHealth redisHealthIndicator(SharedAnswers shared) {
        return new RedisHealth(shared);
    }

    @Bean
    ReadyAnswers readyAnswers(StoreVersion version, SharedAnswers shared, LatestSurprises surprises, Clock clock) {
        return new ReadyAnswers(version, shared, () -> surprises.at(null), clock);
    }

    @Bean
    ReadyMeters readyMeters() {
        return new ReadyMeters();
    }

    @Bean
    ReadyFilter readyFilter(ReadAccess access, ReadyAnswers answers, ReadyMeters meters) {
        return new ReadyFilter(access, answers, meters, PATIENCE);
    }

    @Bean
    ReadyHandler readyHandler(HeldAccess access, ReadyAnswers answers, ReadyMeters meters) {
        return new ReadyHandler(access, answers, meters);
    }
}
