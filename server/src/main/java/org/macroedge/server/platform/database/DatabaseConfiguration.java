package org.macroedge.server.platform.database;

import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The store's database. It opens while the modules are joined, and whoever needs it waits: hence every bean of
/// a command is lazy.
@Configuration(proxyBeanMethods = false)
@Import(DatabaseProblems.class)
public class DatabaseConfiguration {

    /// Whoever began the opening closes it, also where nobody asked for the database.
    @Bean(destroyMethod = "")
    @Lazy
    Database database(DatabaseOpening opening) {
        return opening.await();
    }

    /// Lazy as well: a bean with a life cycle is made when the others are there.
    @Bean
    @ServerOnly
    @Lazy
    DatabaseWatch databaseWatch(Database database, ApplicationEventPublisher publisher) {
        return new DatabaseWatch(database, publisher);
    }

    @Bean
    @ServerOnly
    DatabaseHealth databaseHealthIndicator(Database database) {
        return new DatabaseHealth(database);
    }

    @Bean(initMethod = "write")
    @ServerOnly
    TimescaleNotice timescaleNotice(Database database) {
        return new TimescaleNotice(database);
    }

    @Bean
    @ServerOnly
    TimescaleHealth timescaleHealthIndicator(Database database) {
        return new TimescaleHealth(database);
    }

    @Bean
    @Lazy
    JdbcClient jdbcClient(Database database) {
        return database.jdbc();
    }

    @Bean
    @Lazy
    DatabaseIdentity databaseIdentity(JdbcClient jdbc) {
        return new DatabaseIdentity(jdbc);
    }

    @Bean
    @Lazy
    TransactionTemplate transactionTemplate(Database database) {
        return database.transactions();
    }

    @Bean
    @Lazy
    BulkCopy bulkCopy(Database database) {
        return new BulkCopy(database);
    }
}
