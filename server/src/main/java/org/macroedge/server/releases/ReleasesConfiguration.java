package org.macroedge.server.releases;

import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
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

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    PublishedType publishedDataUpdates() {
        return PublishedType.of(MacroDataUpdated.TYPE, 1, MacroDataUpdated.class);
    }
}
