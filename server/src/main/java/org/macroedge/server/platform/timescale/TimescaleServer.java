package org.macroedge.server.platform.timescale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.StoreProfile;

/// What the server of a database has of TimescaleDB.
///
/// @param installed the version in this database; null without the extension
/// @param licence `apache` or `timescale`; null without the extension
public record TimescaleServer(
        @Nullable String installed, @Nullable String licence) {

    /// Below it, the columnstore can return wrong rows after changes of compressed chunks.
    public static final String SAFE_COLUMNSTORE = "2.29.2";

    private static final String STATE = """
        SELECT (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'),
               current_setting('timescaledb.license', true)
        """;
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    public static TimescaleServer of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return new TimescaleServer(row.getString(1), row.getString(2));
        }
    }

    /// What a store on it can use.
    public StoreProfile profile() {
        if (installed == null) {
            return StoreProfile.NONE;
        }
        return StoreProfile.TIMESCALE.code().equals(licence) ? StoreProfile.TIMESCALE : StoreProfile.APACHE;
    }

    /// Whether its licence covers a part of a store.
    public boolean allows(StorePart part) {
        return profile().has(part.profile());
    }

    /// Whether its columnstore returns the rows that were written.
    public boolean hasSafeColumnstore() {
        return installed != null && Arrays.compare(numbers(installed), numbers(SAFE_COLUMNSTORE)) >= 0;
    }

    /// A version whose form is not known counts as the earliest.
    private static int[] numbers(String version) {
        return NUMBERS.matcher(version)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .map(text -> Arrays.stream(text.split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .orElse(new int[0]);
    }
}
