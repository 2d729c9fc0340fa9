package org.macroedge.server.releases.push;

import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.releases.importing.Imports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The beans that store what programs push.
@Configuration(proxyBeanMethods = false)
@Import(PushController.class)
public class PushConfiguration {

    @Bean
    ReleasePush releasePush(Imports imports, JdbcClient jdbc, CatalogueInForce catalogue, RecordTimes recordTimes) {
        return new ReleasePush(imports, new AnsweredPushes(jdbc), catalogue, recordTimes);
    }
}
