package org.macroedge.server.releases;

import org.macroedge.server.catalogue.CatalogueInForce;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The beans that read facts from the store.
@Configuration(proxyBeanMethods = false)
public class ReleasesConfiguration {

    @Bean
    ReleaseReader releaseReader(JdbcClient jdbc, CatalogueInForce catalogue) {
        return new ReleaseReader(jdbc, catalogue);
    }
}
