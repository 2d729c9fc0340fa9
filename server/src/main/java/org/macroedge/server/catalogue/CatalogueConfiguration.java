package org.macroedge.server.catalogue;

import java.time.Clock;
import java.time.Duration;
import org.macroedge.server.jobs.Task;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The catalogue in force.
@Configuration(proxyBeanMethods = false)
@Import({CatalogueProblems.class, InstrumentController.class, WeightSetController.class})
public class CatalogueConfiguration {

    @Bean
    LoadedCatalogue loadedCatalogue(Settings settings) {
        return LoadedCatalogue.load(settings.catalogue(), settings.home().path().resolve(CatalogueLoader.CHECKED));
    }

    @Bean
    CatalogueInForce catalogueInForce(JdbcClient jdbc, LoadedCatalogue own) {
        return new CatalogueInForce(jdbc, own);
    }

    @Bean
    @ServerOnly
    CatalogueHealth catalogueHealthIndicator(CatalogueInForce inForce) {
        return new CatalogueHealth(inForce);
    }

    @Bean
    @ServerOnly
    Task refreshCatalogue(Settings settings, CatalogueInForce inForce, CatalogueAdopter adopter, Clock clock) {
        CatalogueEdits edits = new CatalogueEdits(
                settings.catalogue(), settings.home().path().resolve(CatalogueLoader.CHECKED), inForce, adopter, clock);
        return new Task("refresh-catalogue", Duration.ofSeconds(2), edits::refresh);
    }
}
