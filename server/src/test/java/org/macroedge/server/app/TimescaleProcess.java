package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.database.Database;

/// A PostgreSQL with TimescaleDB on loopback, with an empty database. It has no background workers, so that policies
/// run when a test runs them.
public record TimescaleProcess(Process process, String url) implements AutoCloseable {

    private static final Path MODULES = Path.of("../target/timescale");
    private static final Path PROGRAM = Path.of("src/test/node/timescale.mjs");

    /// @param log receives what it says
    /// @param arguments `extension` for a database that has the extension
    public static TimescaleProcess start(Path log, String... arguments) {
        assertThat(MODULES.resolve("node_modules"))
                .as("PGlite with TimescaleDB, which .ci/tools installs")
                .isDirectory();
        List<String> command = new ArrayList<>(List.of("node", PROGRAM.toString(), MODULES.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                    .start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = output.readLine();
            }
            assertThat(line).as(log.toString()).isNotNull();
            Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
            return new TimescaleProcess(
                    process,
                    "jdbc:postgresql://127.0.0.1:" + line.substring(5)
                            + "/postgres?user=postgres&password=postgres&sslmode=disable&gssEncMode=disable"
                            + "&prepareThreshold=0");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Opens the store; its transactions then take turns.
    public Database open(TimescaleSettings settings) throws SQLException {
        Database database = Database.at(url, settings);
        turns("transaction");
        return database;
    }

    /// Lets connections take turns.
    ///
    /// @param unit `transaction`, or `statement` for migrations
    public void turns(String unit) throws SQLException {
        say("take turns by " + unit);
    }

    /// Starts the session anew that all connections share, as after an extension was dropped whose library it had
    /// loaded.
    public void newSession() throws SQLException {
        say("take a new session");
    }

    private void say(String words) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT '" + words + "'");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
