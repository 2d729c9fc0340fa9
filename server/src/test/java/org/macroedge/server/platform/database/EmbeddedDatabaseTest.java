package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void dataOutliveAStopAndAnOrphanIsCleared() throws Exception {
        HomeDirectory home = new HomeDirectory(folder.resolve("a home with spaces"));
        EmbeddedDatabase first = EmbeddedDatabase.start(home);
        execute(first, first.password(), "CREATE TABLE kept AS SELECT 42 AS value");

        long orphan = new DataDirectory(home.database()).postmaster().orElseThrow();

        // as if the process had been killed: nobody stops the first server
        EmbeddedDatabase second = EmbeddedDatabase.start(home);

        try (second) {
            assertThat(query(second, "SELECT value FROM kept")).isEqualTo("42");
            assertThat(PostgresProcesses.in(home.database()).orElseThrow().isRunning(orphan))
                    .isFalse();
        }
    }

    @Test
    void thePortStaysUntilAnotherProgramHasIt() throws Exception {
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        EmbeddedDatabase first = EmbeddedDatabase.start(home);
        String address = first.jdbcUrl();
        first.close();
        EmbeddedDatabase second = EmbeddedDatabase.start(home);
        assertThat(second.jdbcUrl()).isEqualTo(address);
        second.restart();
        assertThat(second.jdbcUrl()).isEqualTo(address);
        second.close();
        int port = new DatabasePort(home.databasePort()).read().orElseThrow();
        assertThat(address).contains(":" + port + "/");
        assertThat(port).isBetween(15_432, 25_431);

        try (LogLines log = LogLines.open();
                ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedDatabase third = EmbeddedDatabase.start(home)) {
            assertThat(other.isBound()).isTrue();
            assertThat(third.jdbcUrl()).isNotEqualTo(address);
            assertThat(query(third, "SELECT 1")).isEqualTo("1");
            log.assertSeen("LogMessage.PORT_TAKEN");
            assertThat(new DatabasePort(home.databasePort()).read().orElseThrow())
                    .isNotEqualTo(port);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "80", "99999", "15432x", "-15432"})
    void aFileThatHoldsNoPortIsReplaced(String content) throws IOException {
        HomeDirectory home = new HomeDirectory(folder.resolve("home")).prepare();
        Files.writeString(home.databasePort(), content);
        DatabasePort port = new DatabasePort(home.databasePort());

        assertThat(port.read()).isEmpty();
        assertThat(port.next(0)).isEqualTo(port.read().orElseThrow());
    }

    @Test
    void aPortThatFailedAMomentAgoIsNotTakenAgain() throws IOException {
        HomeDirectory home = new HomeDirectory(folder.resolve("home")).prepare();
        DatabasePort port = new DatabasePort(home.databasePort());
        int first = port.next(0);

        assertThat(port.next(0)).isEqualTo(first);
        assertThat(port.next(first)).isNotEqualTo(first);
    }

    @Test
    void aClosedServerIsGoneAndHasWrittenEverythingDown() throws Exception {
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        EmbeddedDatabase database = EmbeddedDatabase.start(home);
        try (Connection open =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            database.close();
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
        assertThat(Files.readAllLines(home.path().resolve("database.log")).getLast())
                .endsWith("database system is shut down");
        assertThatThrownBy(() -> query(database, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void aStartThatIsInterruptedSaysSoAndLeavesNothingRunning() {
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        Thread.currentThread().interrupt();

        MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, () -> EmbeddedDatabase.start(home));

        assertThat(Thread.interrupted()).isTrue();
        DeclaredMessages.assertSeen("DatabaseMessage.INTERRUPTED", String.valueOf(fault.getMessage()));
        EmbeddedDatabase.start(home).close();
    }

    @Test
    void aSystemWithoutItsProgramsIsNamed() {
        String system = System.getProperty("os.name");
        try {
            System.setProperty("os.name", "Plan 9");
            MacroEdgeException fault = catchThrowableOfType(
                    MacroEdgeException.class, () -> PostgresPrograms.in(folder.resolve("programs")));

            DeclaredMessages.assertSeen("DatabaseMessage.NO_EMBEDDED", String.valueOf(fault.getMessage()));
        } finally {
            System.setProperty("os.name", system);
        }
    }

    @Test
    void rowsThatPostgresRefusesAreAFault() {
        try (Database database = TestDatabase.fresh()) {
            MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, () -> {
                try (BinaryCopy copy =
                        new BinaryCopy(database.source(), "COPY event_cursor (consumer) FROM STDIN (FORMAT binary)")) {
                    copy.row(1).instant(Instant.EPOCH).number(1.0);
                    copy.end();
                }
            });

            DeclaredMessages.assertSeen("DatabaseMessage.ROWS_NOT_WRITTEN", String.valueOf(fault.getMessage()));
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertThatThrownBy(() -> execute(database, "guess", "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(permissions(home.path())).isEqualTo("rwx------");
            assertThat(permissions(home.path().resolve("database.password"))).isEqualTo("rw-------");
            assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "SHOW unix_socket_directories")).isEmpty();
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method = 'trust'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void anotherPostgresIsUsedByItsAddressAndNoneIsSetUpInTheHome() {
        HomeDirectory other = new HomeDirectory(folder.resolve("other"));
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        try (EmbeddedDatabase server = EmbeddedDatabase.start(other);
                Database database = Database.open(settings(
                        home, server.jdbcUrl() + "?user=" + server.username() + "&password=" + server.password()))) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM batch")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(home.database()).doesNotExist();
        }
        assertThatThrownBy(() -> Database.open(settings(home, "jdbc:postgresql://127.0.0.1:1/none")))
                .hasMessageStartingWith("the database does not answer: Connection to 127.0.0.1:1 refused");
    }

    private static Settings settings(HomeDirectory home, String databaseUrl) {
        return Settings.of(Map.of(Variable.DATABASE_URL.key(), databaseUrl), note -> {})
                .withHome(home.path());
    }

    @Test
    void theSchemaVersionIsThatOfTheLastMigration() throws Exception {
        Path migrations = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(migrations)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                            .max(Integer::compare))
                    .hasValue(Integer.valueOf(Database.SCHEMA));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(EmbeddedDatabase database, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), password)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
