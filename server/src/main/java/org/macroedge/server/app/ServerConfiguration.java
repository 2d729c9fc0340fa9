package org.macroedge.server.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventForwarding;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.jobs.Task;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.log.LogMeters;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.platform.telemetry.PartMeters;
import org.macroedge.server.platform.telemetry.RequestMeters;
import org.macroedge.server.platform.telemetry.RoleMeters;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// What a server has beside the modules: Spring Boot's web server, and the upkeep of the event log.
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({AnsweredRequests.class, LogMeters.class, PartMeters.class, RequestMeters.class, RoleMeters.class})
@EnableAutoConfiguration(
        excludeName = {
            // the platform opens and migrates the store's database
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            // every request is measured once, those that do not come to a controller too
            "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration",
            // its filter is asked before each line that is not written
            "org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration",
            // steps are recorded where they happen, and the library's own observations would be among them
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.prometheus"
                    + ".PrometheusExemplarsAutoConfiguration",
            // the log goes to standard error
            "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration"
        })
class ServerConfiguration {

    /// The log is below the tasks, so that it cannot declare its own.
    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    Task trimEventLog(EventLog log, EventDelivery delivery, EventForwarding forwarding, Clock clock) {
        List<String> consumers = Stream.concat(delivery.consumers().stream(), forwarding.consumers().stream())
                .toList();
        return new Task("trim-event-log", Duration.ofDays(1), () -> log.trim(clock.instant(), consumers));
    }

    /// The database is below the tasks too.
    @Bean
    Task endLongReads(Database database) {
        return new Task("end-long-reads", Duration.ofSeconds(10), database::endLongReads);
    }
}
