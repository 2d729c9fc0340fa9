package org.macroedge.server.prices;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.releases.importing.FigureBatches;
import org.macroedge.server.releases.profile.ProfileFolders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The beans that store prices and answer about them.
@Configuration(proxyBeanMethods = false)
@Import({PriceImportsController.class, PricesController.class})
public class PricesConfiguration {

    @Bean
    PriceImports priceImports(
            JdbcClient jdbc, BulkCopy copy, FigureBatches batches, CatalogueInForce catalogue, Clock clock) {
        return new PriceImports(jdbc, copy, batches, catalogue, clock);
    }

    @Bean
    PriceProfiles priceProfiles(Settings settings, CatalogueInForce catalogue) {
        return new PriceProfiles(
                new ProfileFolders(
                        settings.catalogue().resolve(PriceProfiles.FOLDER),
                        settings.home().path().resolve(PriceProfiles.FOLDER)),
                catalogue::current);
    }

    @Bean
    LatestPrices latestPrices(JdbcClient jdbc, BulkCopy copy, CatalogueInForce catalogue, Clock clock) {
        return new LatestPrices(jdbc, copy, catalogue, clock);
    }
}
