package org.macroedge.server.platform.database;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/// The role `reader` of the embedded database, which may read schema `read` and nothing else.
///
/// Whoever has its password can change its time-outs for a session and its own password, as in any PostgreSQL;
/// [#END_LONG_WORK] limits what that is good for.
final class ReaderRole {

    static final String NAME = "reader";

    private static final int BYTES = 24;

    /// In force for each session of the role until it sets others, but for the limit of temporary files.
    private static final List<String> SETTINGS = List.of(
            "default_transaction_read_only=on",
            "statement_timeout=30s",
            "lock_timeout=5s",
            "idle_in_transaction_session_timeout=60s",
            "temp_file_limit=1GB",
            "search_path=read");

    private static final String KNOWN = """
        SELECT s.setconfig FROM pg_roles AS r
        LEFT JOIN pg_db_role_setting AS s ON s.setrole = r.oid AND s.setdatabase = 0
        WHERE r.rolname = 'reader' AND r.rolcanlogin AND r.rolconnlimit = 8
          AND NOT EXISTS (SELECT FROM pg_db_role_setting WHERE setrole = r.oid AND setdatabase <> 0)
        """;

    private static final String CREATE = """
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN
            CREATE ROLE reader;
          END IF;
        END
        $$
        """;
    private static final String ATTRIBUTES = """
        ALTER ROLE reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS
        CONNECTION LIMIT 8
        """;
    private static final List<String> ROLE = List.of(
            CREATE, ATTRIBUTES, "ALTER ROLE reader RESET ALL", "ALTER ROLE reader IN DATABASE postgres RESET ALL");

    private static final String REVOKE_FUNCTIONS = """
        DO $$
        DECLARE
          writing regprocedure;
        BEGIN
          FOR writing IN
            SELECT oid FROM pg_proc
            WHERE pronamespace = 'pg_catalog'::regnamespace
              AND proname ~ '^(lo_.*|lowrite|pg_(try_)?advisory_.*|pg_sleep.*|pg_notify|pg_logical_emit_message)$'
          LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', writing);
          END LOOP;
        END
        $$
        """;

    /// Takes away what PostgreSQL allows everyone by default: schemas, other databases, temporary tables, programs
    /// in a statement; and functions that write, wait, or take a lock that the server takes too. Then gives what
    /// the role needs.
    private static final List<String> PRIVILEGES = List.of(
            "REVOKE ALL ON SCHEMA public FROM PUBLIC",
            "REVOKE ALL ON DATABASE postgres FROM PUBLIC",
            "REVOKE ALL ON DATABASE template1 FROM PUBLIC",
            "REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC",
            "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC",
            REVOKE_FUNCTIONS,
            "GRANT CONNECT ON DATABASE postgres TO reader",
            "GRANT USAGE ON SCHEMA read TO reader",
            "GRANT SELECT ON ALL TABLES IN SCHEMA read TO reader",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA read GRANT SELECT ON TABLES TO reader");

    /// A session may have raised its time-outs; so long may its transactions last nevertheless.
    static final String END_LONG_WORK = """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE usename = 'reader' AND xact_start <= clock_timestamp() - make_interval(secs => ?)
        """;

    private ReaderRole() {}

    /// Makes the role where there is none, and again where someone changed its settings or removed its login.
    ///
    /// @param connection of the owner of the database, outside a transaction
    static void prepare(Connection connection, ReaderLogin login) throws SQLException {
        Optional<String> password = login.password();
        if (password.isPresent() && isKnown(connection)) {
            return;
        }
        String next = password.orElseGet(ReaderRole::random);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String part : ROLE) {
                statement.execute(part);
            }
            for (String setting : SETTINGS) {
                String[] pair = setting.split("=");
                statement.execute("ALTER ROLE reader SET " + pair[0] + " = '" + pair[1] + "'");
            }
            for (String privilege : PRIVILEGES) {
                statement.execute(privilege);
            }
            // sends a digest, so that no log can have the password
            connection.unwrap(PGConnection.class).alterUserPassword(NAME, next.toCharArray(), "scram-sha-256");
            login.write(next);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static boolean isKnown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(KNOWN)) {
            return row.next() && settings(row.getArray(1)).equals(new TreeSet<>(SETTINGS));
        }
    }

    private static Set<String> settings(Array stored) throws SQLException {
        return stored == null ? Set.of() : new TreeSet<>(Arrays.asList((String[]) stored.getArray()));
    }
}
