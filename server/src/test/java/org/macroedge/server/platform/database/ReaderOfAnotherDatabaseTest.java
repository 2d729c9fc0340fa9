package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;

/// A database of someone else, on which the server may not make roles.
class ReaderOfAnotherDatabaseTest {

    private static final Path PAGE = Path.of("../docs/how-to/query-with-sql.md");

    private EmbeddedDatabase server;

    @BeforeEach
    void start(@TempDir Path folder) throws SQLException {
        server = EmbeddedDatabase.start(new HomeDirectory(PreparedHome.in(folder.resolve("home"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void run(String sql) throws SQLException {
        try (Connection admin = DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
            admin.createStatement().execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void onAnotherDatabaseTheServerMakesNoRoleAndItsAdministratorMakesOneByThePage() throws Exception {
        run("CREATE ROLE app LOGIN PASSWORD 'app'");
        run("CREATE DATABASE desk OWNER app");
        String admin = server.jdbcUrl().replace("/postgres", "/desk");
        Settings settings =
                Settings.of(Map.of(Variable.DATABASE_URL.key(), admin + "?user=app&password=app"), note -> {});

        Database.open(settings).close();

        Matcher block = Pattern.compile("```sql\\n(-- as its administrator.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        String statements = block.group(1).replace("'…'", "'known'");
        try (Connection connection = DriverManager.getConnection(admin, server.username(), server.password())) {
            connection.createStatement().execute(statements);
        }
        try (Connection reader = DriverManager.getConnection(admin, "reader", "known")) {
            assertThat(query(reader, "SELECT count(*) FROM releases")).isEqualTo("0");
            assertThat(query(reader, "SHOW statement_timeout")).isEqualTo("30s");
            assertThatThrownBy(() -> query(reader, "SELECT * FROM public.batch"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> query(reader, "SELECT * FROM public.api_key"))
                    .hasMessageContaining("permission denied");
        }
        Database.open(settings).close();
    }

    @Test
    void aUserWhoMayNotCreateSchemasFindsOneThatTheAdministratorCreated() throws Exception {
        run("CREATE ROLE app LOGIN PASSWORD 'app'");
        run("CREATE DATABASE desk");
        run("GRANT CONNECT ON DATABASE desk TO app");
        String url = server.jdbcUrl().replace("/postgres", "/desk");
        Settings settings =
                Settings.of(Map.of(Variable.DATABASE_URL.key(), url + "?user=app&password=app"), note -> {});
        try (Connection admin = DriverManager.getConnection(url, server.username(), server.password())) {
            admin.createStatement().execute("GRANT ALL ON SCHEMA public TO app");
            MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, () -> Database.open(settings));
            DeclaredMessages.assertSeen("DatabaseMessage.NO_SCHEMA", String.valueOf(fault.getMessage()));

            admin.createStatement().execute("CREATE SCHEMA read AUTHORIZATION app");
            Database.open(settings).close();

            assertThat(query(admin, "SELECT count(*) FROM read.surprises")).isEqualTo("0");
        }
    }
}
