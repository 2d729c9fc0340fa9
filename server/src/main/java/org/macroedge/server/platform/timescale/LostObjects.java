package org.macroedge.server.platform.timescale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a store had made with TimescaleDB, by the histories of its parts, and no longer has: `DROP EXTENSION … CASCADE`
/// takes chunks and views with it, and leaves the histories.
///
/// @param steps of each part, by the names of its migrations; no entry for a part that is whole
/// @param views of every store that read what was lost
record LostObjects(Map<StorePart, List<String>> steps, List<String> views) {

    private static final String HISTORY = "SELECT to_regclass('%s') IS NOT NULL";
    private static final String DONE = """
        SELECT substring(script FROM '^V[0-9]+__(.*)[.]sql$') FROM %s
        WHERE success AND type = 'SQL' ORDER BY installed_rank
        """;
    private static final String HYPERTABLES = """
        SELECT hypertable_name FROM timescaledb_information.hypertables WHERE hypertable_schema = current_schema()
        """;
    private static final String AGGREGATES = """
        SELECT view_name FROM timescaledb_information.continuous_aggregates WHERE view_schema = current_schema()
        """;
    private static final String VIEWS = """
        SELECT name FROM unnest(ARRAY['surprise_day', 'read.mean_surprise_30d']) AS name
        WHERE to_regclass(name) IS NULL ORDER BY name
        """;

    static LostObjects of(Connection connection) throws SQLException {
        boolean installed = TimescaleServer.of(connection).installed() != null;
        Map<StorePart, List<String>> steps = new EnumMap<>(StorePart.class);
        boolean begun = false;
        for (StorePart part : StorePart.values()) {
            if (texts(connection, HISTORY.formatted(part.history())).contains("t")) {
                begun = true;
                List<String> lost = new ArrayList<>(texts(connection, DONE.formatted(part.history())));
                lost.removeAll(standing(part, installed, steps, connection));
                if (!lost.isEmpty()) {
                    steps.put(part, List.copyOf(lost));
                }
            }
        }
        return new LostObjects(steps, begun ? texts(connection, VIEWS) : List.of());
    }

    /// The columnstore goes with its tables. One that was switched off by hand costs disk space and no rows.
    private static List<String> standing(
            StorePart part, boolean installed, Map<StorePart, List<String>> lost, Connection connection)
            throws SQLException {
        return switch (part) {
            case HYPERTABLES -> installed ? texts(connection, HYPERTABLES) : List.of();
            case AGGREGATE -> installed ? texts(connection, AGGREGATES) : List.of();
            case COLUMNSTORE -> lost.containsKey(StorePart.HYPERTABLES) ? List.of() : List.of(part.code());
        };
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    boolean isEmpty() {
        return steps.isEmpty() && views.isEmpty();
    }

    /// The names, for people.
    @Override
    public String toString() {
        return String.join(
                ", ",
                Stream.concat(steps.values().stream().flatMap(List::stream), views.stream())
                        .toList());
    }
}
