package org.macroedge.server.access.keys;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans that keep keys.
@Configuration(proxyBeanMethods = false)
@Import(ApiKeysController.class)
public class ApiKeysConfiguration {

    @Bean
    ApiKeyStore apiKeyStore(JdbcClient jdbc, TransactionTemplate transactions) {
        return new ApiKeyStore(jdbc, transactions);
    }

    @Bean
    KeyRing keyRing(ApiKeyStore store, Clock clock) {
        return new KeyRing(store, clock, System::nanoTime);
    }

    @Bean
    ApiKeys apiKeys(ApiKeyStore store, KeyRing ring, Clock clock) {
        return new ApiKeys(store, ring, clock);
    }
}
