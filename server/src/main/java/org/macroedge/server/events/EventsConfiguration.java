package org.macroedge.server.events;

import java.time.Clock;
import java.util.List;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The event log and its delivery to the consumers of every module.
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {

    @Bean
    RecordTimes recordTimes(JdbcClient jdbc, Clock clock) {
        return new RecordTimes(jdbc, clock);
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc) {
        return new EventLog(jdbc);
    }

    /// @param consumers in their order: one may read what another wrote
    @Bean
    EventDelivery eventDelivery(JdbcClient jdbc, TransactionTemplate transactions, List<EventConsumer> consumers) {
        return new EventDelivery(jdbc, transactions, consumers);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    EventPump eventPump(EventDelivery delivery, EventLog log, EventNotices notices) {
        EventPump pump = new EventPump(delivery, log);
        notices.onNotice(pump::wake);
        return pump;
    }

    @Bean
    @ServerOnly
    EventMeters eventMeters(EventDelivery delivery) {
        return new EventMeters(delivery);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    EventHealth eventsHealthIndicator(EventPump pump) {
        return new EventHealth(pump);
    }

    @Bean
    @ServerOnly
    EventNotices eventNotices(Database database) {
        return new EventNotices(database);
    }
}
