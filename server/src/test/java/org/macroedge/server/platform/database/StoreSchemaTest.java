package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;

class StoreSchemaTest {

    private static final String NEXT = """
        INSERT INTO flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        SELECT max(installed_rank) + 1, '%s', '%s', 'SQL', 'V.sql', 0, 'test', 0, true
        FROM flyway_schema_history
        """;

    private static String migratedTo(int version, String description) {
        String address = TestDatabase.freshAddress();
        try (Database database = Database.at(address)) {
            database.jdbc().sql(NEXT.formatted(version, description)).update();
        }
        return address;
    }

    @Test
    void aStoreOnWhichOnlyNewerVersionsMayWorkIsRefused() {
        int next = Integer.parseInt(Database.SCHEMA) + 1;
        String address = migratedTo(next, "other columns alone");
        String bare = migratedTo(next, "alone");

        assertThatThrownBy(() -> Database.at(bare)).hasMessageContaining("the store has schema " + next);
        assertThatThrownBy(() -> Database.at(address))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("the store has schema " + next)
                .satisfies(fault ->
                        DeclaredMessages.assertSeen("DatabaseMessage.NEWER_STORE", String.valueOf(fault.getMessage())));
    }

    @Test
    void aVersionWorksBesideANewerOneThatOnlyAdds() {
        String address = migratedTo(Integer.parseInt(Database.SCHEMA) + 1, "another table");

        try (Database database = Database.at(address)) {
            assertThat(versions(database)).isPositive();
        }
    }

    @Test
    void aVersionWorksOnWhatItMadeForItselfAlone() {
        String address = migratedTo(0, "other columns alone");

        try (Database database = Database.at(address)) {
            assertThat(versions(database)).isPositive();
        }
    }

    private static long versions(Database database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM flyway_schema_history")
                .query(Long.class)
                .single();
    }
}
