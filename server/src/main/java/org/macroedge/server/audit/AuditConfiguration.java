package org.macroedge.server.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The beans that keep the audit log.
@Configuration(proxyBeanMethods = false)
@Import({AuditController.class, AuditFilter.class})
public class AuditConfiguration {

    @Bean
    AuditLog auditLog(JdbcClient jdbc, Clock clock) {
        return new AuditLog(jdbc, clock, System::nanoTime);
    }
}
