package org.macroedge.server.platform.database;

import java.util.concurrent.atomic.AtomicInteger;
import org.macroedge.server.platform.home.HomeDirectory;

/// A real PostgreSQL for tests: one server for the JVM, an empty migrated database for each call.
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    private TestDatabase() {}

    private static EmbeddedDatabase start() {
        TestFolder folder = TestFolder.create();
        EmbeddedDatabase server =
                EmbeddedDatabase.start(new HomeDirectory(folder.path().resolve("home")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            folder.remove();
        }));
        return server;
    }

    /// An empty database with the schema; the caller closes it.
    public static Database fresh() {
        return Database.at(freshAddress());
    }

    /// The address of an empty database, for other processes.
    public static String freshAddress() {
        String name = "test_" + COUNT.incrementAndGet();
        String login = "?user=" + SERVER.username() + "&password=" + SERVER.password();
        try (Database admin = Database.at(SERVER.jdbcUrl() + login)) {
            admin.jdbc().sql("CREATE DATABASE " + name).update();
        }
        return SERVER.jdbcUrl().replace("/postgres", "/" + name) + login;
    }
}
