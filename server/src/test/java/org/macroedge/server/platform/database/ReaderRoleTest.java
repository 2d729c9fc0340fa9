package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.home.HomeDirectory;

/// What role `reader` may do in a real embedded database, and what not.
class ReaderRoleTest {

    private static final String DENIED = "42501";
    private static final String READ_ONLY = "25006";
    private static final String EXISTS = "42710";
    private static final String NOT_UPDATABLE = "55000";

    private HomeDirectory home;
    private Database database;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = new HomeDirectory(PreparedHome.in(folder.resolve("home's")));
        database = start();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Database start() {
        return Database.open(Settings.of(Map.of(), note -> {}).withHome(home.path()));
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String name) throws SQLException {
        int port = new DatabasePort(home.databasePort()).read().orElseThrow();
        String password = new ReaderLogin(home).password().orElseThrow();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "reader", password);
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "no row";
        }
    }

    /// The state of the fault that a statement ends with; `done` where it is done.
    private static String state(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (SQLException fault) {
            return String.valueOf(fault.getSQLState());
        }
    }

    private static void assertRefused(Connection connection, String state, String sql) {
        assertThat(state(connection, sql)).as(sql).isEqualTo(state);
    }

    @Test
    void eachViewAnswersAndNothingElseDoes() throws SQLException {
        List<String> views = relations("c.relnamespace = 'read'::regnamespace AND c.relkind = 'v'");
        List<String> own = relations("c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S')");
        List<String> secret = List.of(
                "pg_catalog.pg_authid",
                "pg_catalog.pg_shadow",
                "pg_catalog.pg_statistic",
                "pg_catalog.pg_user_mapping",
                "pg_catalog.pg_largeobject",
                "pg_catalog.pg_hba_file_rules",
                "pg_catalog.pg_subscription");
        assertThat(views)
                .containsExactlyInAnyOrder(
                        "read.bias_close",
                        "read.bias_gaps",
                        "read.bias_release",
                        "read.indicators",
                        "read.indices",
                        "read.instruments",
                        "read.mean_surprise_30d",
                        "read.releases",
                        "read.surprises");
        assertThat(own).contains("public.api_key", "public.audit", "public.raw_payload", "public.fact");

        try (Connection reader = connect();
                Connection writer = connect()) {
            writer.createStatement().execute("SET default_transaction_read_only = off");
            for (String view : views) {
                assertThat(query(reader, "SELECT count(*) FROM " + view)).isEqualTo("0");
                assertRefused(
                        writer,
                        view.matches(".*(indicators|instruments)") ? DENIED : NOT_UPDATABLE,
                        "DELETE FROM " + view);
                assertRefused(writer, DENIED, "BEGIN; LOCK TABLE " + view);
                assertThat(state(writer, "ROLLBACK")).isEqualTo("done");
            }
            for (String relation : own) {
                assertRefused(reader, DENIED, "SELECT * FROM " + relation);
            }
            for (String relation : secret) {
                assertRefused(reader, DENIED, "SELECT * FROM " + relation);
            }
            assertThat(query(reader, "SELECT count(*) FROM releases")).isEqualTo("0");
            database.jdbc().sql("ANALYZE").update();
            assertThat(query(reader, "SELECT count(*) FROM pg_stats WHERE schemaname = 'public'"))
                    .isEqualTo("0");
            assertThat(query(reader, """
                SELECT count(*) FROM pg_stat_activity
                WHERE usename <> 'reader' AND query NOT IN ('', '<insufficient privilege>')
                """)).isEqualTo("0");
        }
    }

    private List<String> relations(String condition) {
        return database.jdbc()
                .sql("SELECT c.relnamespace::regnamespace || '.' || c.relname FROM pg_class c WHERE " + condition)
                .query(String.class)
                .list();
    }

    @Test
    void whatWritesWaitsOrLeavesTheDatabaseIsRefused() throws SQLException {
        try (Connection reader = connect()) {
            assertRefused(reader, READ_ONLY, "CREATE TABLE read.mine (a int)");
            reader.createStatement().execute("SET default_transaction_read_only = off");
            for (String attack : List.of(
                    "COPY (SELECT 1) TO PROGRAM 'touch /tmp/gone'",
                    "COPY (SELECT 1) TO '/tmp/gone'",
                    "COPY read.releases TO '/tmp/gone'",
                    "SELECT pg_read_file('postgresql.conf')",
                    "SELECT pg_ls_dir('.')",
                    "SELECT lo_import('/etc/passwd')",
                    "SELECT lo_create(0)",
                    "SELECT lo_from_bytea(0, 'x')",
                    "SELECT pg_sleep(1)",
                    "SELECT pg_advisory_lock(1)",
                    "SELECT pg_try_advisory_xact_lock(1)",
                    "SELECT pg_notify('events', '')",
                    "SELECT pg_logical_emit_message(false, 'a', 'b')",
                    "SELECT pg_reload_conf()",
                    "SELECT pg_switch_wal()",
                    "SELECT nextval('public.fact')",
                    "CREATE TABLE read.mine (a int)",
                    "CREATE TABLE public.mine (a int)",
                    "CREATE TEMP TABLE mine (a int)",
                    "CREATE SCHEMA mine",
                    "CREATE DATABASE mine",
                    "CREATE ROLE mine",
                    "CREATE EXTENSION plpgsql SCHEMA read",
                    "CREATE FUNCTION read.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "DO $$ BEGIN NULL; END $$",
                    "SET ROLE macro_edge",
                    "SET SESSION AUTHORIZATION macro_edge",
                    "SET temp_file_limit = '1TB'",
                    "ALTER ROLE reader CREATEDB",
                    "ALTER ROLE reader CONNECTION LIMIT -1",
                    "ALTER SYSTEM SET fsync = off",
                    "TRUNCATE public.batch",
                    "CHECKPOINT",
                    "REFRESH MATERIALIZED VIEW public.batch")) {
                assertThat(state(reader, attack)).as(attack).isIn(DENIED, EXISTS);
            }
            assertRefused(reader, DENIED, "SELECT public.refuse_change()");
        }
        assertThatThrownBy(() -> connect("template1").close()).hasMessageContaining("permission denied for database");
        assertThat(Path.of("/tmp/gone")).doesNotExist();
    }

    @Test
    void aViewShowsNoRowThatItLeavesOutNotEvenByAFault() throws SQLException {
        database.jdbc()
                .sql("INSERT INTO bias_series (number, weight_set, instrument) VALUES (1, 'other', 'hidden')")
                .update();
        database.jdbc().sql("""
            INSERT INTO bias_value (series, as_of, score, health, coverage)
            VALUES (1, '2021-09-03T22:00:00Z', 50, 1, 1)
            """).update();
        database.jdbc().sql("""
            INSERT INTO run (weight_set, as_of, id, inputs, is_close, is_release)
            VALUES ('other', '2021-09-03T22:00:00Z', sha256('a'), sha256('b'), true, true)
            """).update();
        assertThat(database.jdbc()
                        .sql("SELECT instrument FROM labelled_bias")
                        .query(String.class)
                        .list())
                .containsExactly("hidden");

        try (Connection reader = connect()) {
            for (String view : List.of("read.bias_close", "read.bias_release")) {
                assertThat(query(reader, "SELECT instrument FROM " + view)).isEqualTo("no row");
                assertThat(query(reader, "SELECT 1 FROM " + view + " WHERE instrument::int = 1"))
                        .isEqualTo("no row");
            }
        }
    }

    @Test
    void timeOutsHoldUntilASessionRaisesThemAndThenTheServerEndsIt() throws Exception {
        try (Connection reader = connect();
                Connection quiet = connect()) {
            assertThat(query(reader, "SHOW statement_timeout")).isEqualTo("30s");
            assertThat(query(reader, "SHOW idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            assertThat(query(reader, "SHOW lock_timeout")).isEqualTo("5s");
            assertThat(query(reader, "SHOW temp_file_limit")).isEqualTo("1GB");
            reader.createStatement().execute("SET statement_timeout = 0");
            reader.setAutoCommit(false);
            query(reader, "SELECT 1");
            query(quiet, "SELECT 1");

            database.endLongReads();
            assertThat(query(reader, "SELECT 1")).isEqualTo("1");

            database.endReadsLongerThan(Duration.ZERO);
            assertThatThrownBy(() -> query(reader, "SELECT 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            fault -> assertThat(fault.getSQLState()).isEqualTo("57P01"));
            assertThat(query(quiet, "SELECT 1")).isEqualTo("1");
        }
        assertThat(database.jdbc()
                        .sql("SELECT rolconnlimit FROM pg_roles WHERE rolname = 'reader'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void theLoginStaysAcrossStartsAndWhatTheRoleChangedOfItselfIsSetBack() throws Exception {
        String login = Files.readString(home.readerLogin());
        int port = new DatabasePort(home.databasePort()).read().orElseThrow();
        assertThat(login).matches("127\\.0\\.0\\.1:\\*:postgres:reader:[0-9a-f]{48}\\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.readerLogin())))
                .isEqualTo("rw-------");
        String stamp = stamp();
        reopen();
        assertThat(stamp()).as("the role is left alone").isEqualTo(stamp);
        assertThat(new DatabasePort(home.databasePort()).read()).hasValue(port);

        try (Connection reader = connect()) {
            reader.createStatement().execute("SET default_transaction_read_only = off");
            reader.createStatement().execute("ALTER ROLE reader SET statement_timeout = 0");
            reader.createStatement().execute("ALTER ROLE reader IN DATABASE postgres SET statement_timeout = 0");
        }
        reopen();

        assertThat(Files.readString(home.readerLogin())).isEqualTo(login);
        try (Connection reader = connect()) {
            assertThat(query(reader, "SHOW statement_timeout")).isEqualTo("30s");
            reader.createStatement().execute("SET default_transaction_read_only = off");
            reader.createStatement().execute("ALTER ROLE reader PASSWORD 'mine'");
        }
        assertThat(new ReaderLogin(home).fault().orElseThrow()).contains("password authentication failed");
        Files.delete(home.readerLogin());
        assertThat(new ReaderLogin(home).fault()).hasValue("the home has no login for it");

        reopen();

        assertThat(new ReaderLogin(home).fault()).isEmpty();
        assertThat(Files.readString(home.readerLogin())).isNotEqualTo(login);
        assertThat(Files.readString(home.databaseLog()))
                .doesNotContain(login.strip().substring(login.lastIndexOf(':') + 1));
    }

    private void reopen() {
        database.close();
        database = start();
    }

    /// Changes with each write of the role.
    private String stamp() {
        return database.jdbc()
                .sql("SELECT xmin || ' ' || ctid FROM pg_authid WHERE rolname = 'reader'")
                .query(String.class)
                .single();
    }

    @Test
    void psqlIsGivenTheFileAndNotThePassword() {
        ReaderLogin login = new ReaderLogin(home);
        int port = new DatabasePort(home.databasePort()).read().orElseThrow();

        assertThat(login.fault()).isEmpty();
        assertThat(login.psql())
                .isEqualTo("psql \"host=127.0.0.1 port=" + port + " dbname=postgres user=reader passfile='"
                        + home.readerLogin().toString().replace("'", "\\'") + "'\"")
                .doesNotContain(login.password().orElseThrow());
    }
}
