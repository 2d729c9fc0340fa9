package org.macroedge.server.releases.conflicts;

import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The beans that find what sources say differently.
@Configuration(proxyBeanMethods = false)
@Import(ConflictsController.class)
public class ConflictsConfiguration {

    @Bean
    Conflicts conflicts(JdbcClient jdbc, ReleaseReader releases, CatalogueInForce catalogue) {
        return new Conflicts(jdbc, releases, catalogue);
    }
}
