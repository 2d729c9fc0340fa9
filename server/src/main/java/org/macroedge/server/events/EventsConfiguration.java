package org.macroedge.server.events;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.macroedge.server.events.forwarding.EventForwarder;
import org.macroedge.server.events.forwarding.KafkaTransport;
import org.macroedge.server.events.forwarding.RedisTransport;
import org.macroedge.server.events.forwarding.Transport;
import org.macroedge.server.platform.config.EventSettings;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
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

    /// @param types what programs outside get
    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    EventForwarding eventForwarding(
            Settings settings,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            EventLog log,
            EventNotices notices,
            DeliveringServers servers,
            List<PublishedType> types) {
        Transport transport = transport(settings);
        String name = "broker-" + settings.events().broker().code();
        EventForwarder forwarder = new EventForwarder(name, types, transport, servers::parts);
        EventForwarding forwarding = new EventForwarding(forwarder, transport, jdbc, transactions, log);
        notices.onNotice(forwarding::wake);
        return forwarding;
    }

    private static Transport transport(Settings settings) {
        EventSettings events = settings.events();
        return switch (events.broker()) {
            case NONE -> Transport.NONE;
            case REDIS ->
                new RedisTransport(Objects.requireNonNull(settings.redisUrl()), events.prefix(), events.streamLength());
            case KAFKA ->
                new KafkaTransport(
                        Objects.requireNonNull(events.kafkaServers()), events.kafkaClient(), events.prefix());
        };
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    ForwardingMeters forwardingMeters(EventForwarding forwarding) {
        return new ForwardingMeters(forwarding);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    BrokerHealth brokerHealthIndicator(EventForwarding forwarding) {
        return new BrokerHealth(forwarding);
    }

    @Bean
    DeliveringServers deliveringServers(JdbcClient jdbc) {
        return new DeliveringServers(jdbc);
    }

    @Bean
    @ServerOnly
    EventNotices eventNotices(Database database, Settings settings, DeliveringServers servers) {
        return new EventNotices(
                database, settings.roles().contains(ServerRole.BIAS_ENGINE) ? servers::join : connection -> {});
    }
}
