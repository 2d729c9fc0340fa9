package org.macroedge.server.releases.rows;

import java.time.Clock;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The beans that trace a release to the rows it comes from.
@Configuration(proxyBeanMethods = false)
@Import(RowsController.class)
public class RowsConfiguration {

    @Bean
    ReleaseRows releaseRows(JdbcClient jdbc, ReleaseReader releases, Clock clock) {
        return new ReleaseRows(jdbc, releases, clock);
    }
}
