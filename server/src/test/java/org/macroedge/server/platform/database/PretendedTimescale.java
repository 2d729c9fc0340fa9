package org.macroedge.server.platform.database;

import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;

/// A store that looks as if it had the aggregate of TimescaleDB, on a server that does not have the extension: in its
/// place stand rows and views of the same names.
public final class PretendedTimescale {

    /// With which it is opened.
    public static final TimescaleSettings SETTINGS = new TimescaleSettings(StoreProfile.NONE, false);

    private static final String STORE = """
        CREATE TABLE timescale_aggregate (installed_rank integer, version text, script text, type text, success boolean);
        INSERT INTO timescale_aggregate VALUES (1, '1', 'V1__surprise_daily.sql', 'SQL', true);
        CREATE SCHEMA timescaledb_information;
        CREATE VIEW timescaledb_information.continuous_aggregates AS
          SELECT 'public' AS view_schema, 'surprise_daily' AS view_name;
        INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
          SELECT 99999, 'timescaledb', 10, 2200, false, '2.29.2';
        """;

    private PretendedTimescale() {}

    /// @param address of an empty database
    public static void make(String address) {
        try (Database plain = Database.at(address, SETTINGS)) {
            plain.jdbc().sql(STORE).update();
        }
    }
}
