package org.macroedge.server.cli.doctor;

import java.util.Optional;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.ReaderLogin;

/// Says how to read the store by SQL. The database runs while this is checked.
public final class SqlChecks {

    private static final String NAME = "sql";

    private SqlChecks() {}

    /// Reads from the embedded database as role `reader`; of another one, only its administrator knows the roles.
    public static Check of(Settings settings) {
        return settings.databaseUrl() == null
                ? embedded(new ReaderLogin(settings.home()))
                : Check.ok(
                        NAME,
                        "schema read of your PostgreSQL has the views; docs/how-to/query-with-sql.md has the"
                                + " statements by which its administrator makes a role for them");
    }

    private static Check embedded(ReaderLogin login) {
        Optional<String> fault = login.fault();
        return fault.isPresent()
                ? Check.warn(NAME, DoctorMessage.SQL_CLOSED, fault.get())
                : Check.ok(NAME, "while a server runs: " + login.psql());
    }
}
