package org.macroedge.server.platform.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.macroedge.server.platform.home.HomeDirectory;

/// A real PostgreSQL for tests: one server for the JVM, an empty migrated database for each call.
public final class TestDatabase {

    /// Its data end with the process, so nothing must outlive a failure of the machine. Each call leaves a database
    /// behind, and a server that looks for dead rows in hundreds of them every few seconds does little else.
    private static final String HASTE = "-c fsync=off -c full_page_writes=off -c autovacuum=off";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    private TestDatabase() {}

    private static EmbeddedDatabase start() {
        Path home = TestFolder.shared().path().resolve("home"); // whose processes end with the folder
        return EmbeddedDatabase.start(new HomeDirectory(home), HASTE);
    }

    /// An empty database with the schema; the caller closes it.
    public static Database fresh() {
        return Database.at(copyNamed(Template.NAME));
    }

    /// The address of an empty database without the schema, for other processes.
    public static String freshAddress() {
        return copyNamed("template1");
    }

    /// The address of a copy of a database that nobody uses at the moment.
    ///
    /// @param address as [#freshAddress] gives it
    public static String copyOf(String address) {
        return copyNamed(address.replaceFirst(".*/(test_\\d+)\\?.*", "$1"));
    }

    private static String copyNamed(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        String login = "?user=" + SERVER.username() + "&password=" + SERVER.password();
        try (Database admin = Database.at(SERVER.jdbcUrl() + login)) {
            admin.jdbc()
                    .sql("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy")
                    .update();
        }
        return SERVER.jdbcUrl().replace("/postgres", "/" + name) + login;
    }

    /// A database with the schema, made once: a copy takes a fraction of the time of all migrations.
    private static final class Template {

        private static final String NAME = named();

        private static String named() {
            try (Database template = Database.at(freshAddress())) {
                return template.jdbc()
                        .sql("SELECT current_database()")
                        .query(String.class)
                        .single();
            }
        }
    }
}
