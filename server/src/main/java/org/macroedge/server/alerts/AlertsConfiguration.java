package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.jobs.Task;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseClock;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.sources.SourceViews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans that raise and send alerts.
@Configuration(proxyBeanMethods = false)
@Import(AlertsController.class)
public class AlertsConfiguration {

    private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);
    private static final Duration SENDS_EVERY = Duration.ofSeconds(2);

    @Bean
    AlertFile alertFile(Settings settings, CatalogueInForce catalogue) {
        return AlertFile.read(settings.alerts(), catalogue.current(), System.getenv());
    }

    @Bean
    AlertSender alertSender(Clock clock) {
        return new AlertSender(clock, System.getenv());
    }

    @Bean
    AlertStore alertStore(JdbcClient jdbc) {
        return new AlertStore(jdbc);
    }

    @Bean
    ChannelHolds channelHolds(JdbcClient jdbc) {
        return new ChannelHolds(jdbc);
    }

    @Bean
    AlertLog alertLog(AlertStore store, AlertFile file, AlertSender sender, ChannelHolds holds, Clock clock) {
        return new AlertLog(store, file, sender, holds, clock);
    }

    @Bean
    LabelStandings labelStandings(JdbcClient jdbc) {
        return new LabelStandings(jdbc);
    }

    @Bean
    AlertBook alertBook(
            AlertFile file,
            JdbcClient jdbc,
            AlertStore store,
            LabelStandings standings,
            EventLog events,
            RecordTimes times,
            KnownFacts facts,
            Clock clock) {
        AlertRaiser raiser = new AlertRaiser(store, events, times, DatabaseClock.of(jdbc, clock));
        return new AlertBook(file, store, new RuleStarts(jdbc, standings), raiser, times, facts);
    }

    @Bean
    KnownFacts knownFacts(LatestBias bias, ReleaseReader releases, Clock clock) {
        return new KnownFacts(bias, releases, clock);
    }

    @Bean
    LabelAlerts labelAlerts(LabelStandings standings, KnownFacts facts) {
        return new LabelAlerts(standings, facts);
    }

    /// The last consumer: what it tells is stored.
    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    @Order(4)
    AlertConsumer alertConsumer(AlertFile file, AlertBook book, LabelAlerts labels, KnownFacts facts) {
        return new AlertConsumer(file, book, labels, new ReleaseAlerts(facts, book));
    }

    @Bean
    AlertSweep alertSweep(
            AlertFile file,
            TransactionTemplate transactions,
            AlertBook book,
            LabelAlerts labels,
            LatestCalendar calendar,
            SourceViews sources) {
        ConditionAlerts conditions = new ConditionAlerts(calendar, sources);
        return new AlertSweep(file, transactions, book, labels, conditions);
    }

    @Bean
    AlertDelivery alertDelivery(AlertFile file, JdbcClient jdbc, ChannelHolds holds, AlertSender sender, Clock clock) {
        Clock shared = DatabaseClock.of(jdbc, clock);
        return new AlertDelivery(file, new DeliveryStore(jdbc), holds, sender, shared, new SplittableRandom());
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    AlertHealth alertsHealthIndicator(AlertFile file, ChannelHolds holds) {
        return new AlertHealth(file, holds);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    PublishedType publishedAlerts() {
        return PublishedType.of(AlertRaised.TYPE, 1, AlertRaised.class);
    }

    @Bean
    @ServerOnly
    AlertMeters alertMeters(AlertFile file, JdbcClient jdbc, Clock clock) {
        return new AlertMeters(file, new DeliveryStore(jdbc), clock);
    }

    @Bean
    @ServerOnly
    StreamedAlerts streamedAlerts() {
        return new StreamedAlerts();
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    Task lookForAlerts(AlertSweep sweep) {
        return new Task("look-for-alerts", LOOKS_EVERY, sweep::run);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    Task sendAlerts(AlertDelivery delivery) {
        return new Task("send-alerts", SENDS_EVERY, delivery::run);
    }
}
