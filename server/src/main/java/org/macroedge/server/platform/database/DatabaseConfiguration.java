package org.macroedge.server.platform.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The store's database. It opens while the modules are joined, and whoever needs it waits: hence every bean is lazy.
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    /// Whoever began the opening closes it, also where nobody asked for the database.
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
