package org.macroedge.server.platform.database;

/// Which database holds a store, and in which shape.
///
/// @param server the version of PostgreSQL
/// @param schema the version of the last migration
public record DatabaseVersion(String server, String schema) {

    private static final String VERSION = """
        SELECT current_setting('server_version') AS server, version AS schema
        FROM flyway_schema_history WHERE success AND version IS NOT NULL
        ORDER BY installed_rank DESC LIMIT 1
        """;

    public static DatabaseVersion of(Database database) {
        return database.jdbc().sql(VERSION).query(DatabaseVersion.class).single();
    }
}
