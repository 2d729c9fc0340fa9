package org.macroedge.server.sources.forexfactory;

import org.macroedge.server.releases.profile.Profiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean.
@Configuration(proxyBeanMethods = false)
public class ForexFactoryConfiguration {

    @Bean
    ForexFactoryConnector forexFactoryConnector(Profiles profiles) {
        return new ForexFactoryConnector(() -> profiles.shippedOrOwn(ForexFactoryConnector.ID));
    }
}
