package org.macroedge.server.platform.database;

import org.macroedge.server.platform.config.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The store's database. It opens while other beans are made, and whoever needs it waits: hence everything but the
/// opening is lazy.
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    @Bean
    @Lazy(false)
    DatabaseOpening databaseOpening(Settings settings) {
        return DatabaseOpening.start(settings);
    }

    /// The opening closes it, also where nobody asked for it.
    @Bean(destroyMethod = "")
    @Lazy
    Database database(DatabaseOpening opening) {
        return opening.await();
    }

    @Bean
    @Lazy
    JdbcClient jdbcClient(Database database) {
        return database.jdbc();
    }

    @Bean
    @Lazy
    TransactionTemplate transactionTemplate(Database database) {
        return database.transactions();
    }

    @Bean
    @Lazy
    BulkCopy bulkCopy(Database database) {
        return new BulkCopy(database.source());
    }
}
