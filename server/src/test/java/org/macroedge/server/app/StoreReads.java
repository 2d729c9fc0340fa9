package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.macroedge.server.platform.database.Database;

/// What the tables of derived rows and all views give.
record StoreReads(Map<String, String> fingerprints, List<DayMean> means) {

    private static final List<String> DERIVED =
            List.of("surprise", "rolling_statistic", "run", "bias_series", "bias_value", "index_value", "bias");
    private static final List<String> SUMMED = List.of("mean_surprise_30d");
    private static final String VIEWS = "SELECT viewname FROM pg_views WHERE schemaname = 'read' ORDER BY 1";
    private static final String MEANS = """
        SELECT indicator, name, short_name, region, category, day::text AS day, releases, mean
        FROM read.mean_surprise_30d ORDER BY indicator, day
        """;
    private static final double TOLERANCE = 1e-12;

    /// A row of the mean surprise; sums of numbers depend on their order in the last digit.
    record DayMean(
            String indicator,
            String name,
            String shortName,
            String region,
            String category,
            String day,
            long releases,
            double mean) {

        DayMean withoutMean() {
            return new DayMean(indicator, name, shortName, region, category, day, releases, 0);
        }
    }

    static StoreReads of(Database database) {
        List<String> relations = new ArrayList<>(DERIVED);
        database.jdbc().sql(VIEWS).query(String.class).list().stream()
                .filter(view -> !SUMMED.contains(view))
                .forEach(view -> relations.add("read." + view));
        Map<String, String> fingerprints = new TreeMap<>();
        relations.forEach(relation -> fingerprints.put(relation, fingerprint(database, relation)));
        return new StoreReads(fingerprints, means(database));
    }

    /// Equal for equal rows in any order.
    private static String fingerprint(Database database, String relation) {
        return database.jdbc()
                .sql("SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(row_of::text, 0)::numeric), 0)"
                        + " FROM " + relation + " AS row_of")
                .query(String.class)
                .single();
    }

    /// Does what the server does after a change, and the database every hour.
    static void refresh(Database database) {
        database.jdbc()
                .sql("CALL refresh_continuous_aggregate('surprise_daily', NULL, NULL)")
                .update();
    }

    static List<DayMean> means(Database database) {
        return database.jdbc().sql(MEANS).query(DayMean.class).list();
    }

    /// Fails where a row differs; means may differ by rounding.
    void assertEqualTo(StoreReads other, String description) {
        assertThat(fingerprints).as(description).isEqualTo(other.fingerprints);
        assertMeans(means, other.means, description);
    }

    static boolean areClose(List<DayMean> means, List<DayMean> others) {
        return means.size() == others.size()
                && IntStream.range(0, means.size())
                        .allMatch(index -> means.get(index)
                                        .withoutMean()
                                        .equals(others.get(index).withoutMean())
                                && Math.abs(means.get(index).mean()
                                                - others.get(index).mean())
                                        <= TOLERANCE);
    }

    static void assertMeans(List<DayMean> means, List<DayMean> others, String description) {
        assertThat(means.stream().map(DayMean::withoutMean))
                .as(description)
                .containsExactlyElementsOf(
                        others.stream().map(DayMean::withoutMean).toList());
        for (int index = 0; index < means.size(); index++) {
            assertThat(means.get(index).mean())
                    .as(description + ", " + means.get(index))
                    .isCloseTo(others.get(index).mean(), within(TOLERANCE));
        }
    }
}
