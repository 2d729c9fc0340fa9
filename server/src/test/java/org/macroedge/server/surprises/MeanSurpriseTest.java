package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

/// The mean of 30 days as readers of the views find it.
class MeanSurpriseTest {

    private static final String RELEASES = """
        INSERT INTO surprise (release, indicator, released_at, actual, sigma_observations, z, date_only, source)
        VALUES ('a1', 'a', '2021-03-01T00:00:00Z', 0, 0, 1, false, 's'),
               ('a2', 'a', '2021-03-01T23:59:59Z', 0, 0, 2, false, 's'),
               ('a3', 'a', '2021-03-02T00:00:00Z', 0, 0, NULL, false, 's'),
               ('a4', 'a', '2021-03-30T12:00:00Z', 0, 0, -2, false, 's'),
               ('a5', 'a', '2021-03-31T00:00:00Z', 0, 0, 4, false, 's'),
               ('a6', 'a', '2021-06-01T00:00:00Z', 0, 0, 0, false, 's'),
               ('b1', 'b', '2021-03-30T00:00:00Z', 0, 0, 3, false, 's')
        """;

    @Test
    void aDayHasTheMeanOfThirtyDaysThatEndWithIt() {
        try (Database database = TestDatabase.fresh()) {
            database.jdbc().sql(RELEASES).update();
            // the zone of a session has no influence
            for (String zone : new String[] {"UTC", "Pacific/Auckland", "America/New_York"}) {
                assertThat(means(database, zone))
                        .containsExactly(
                                "a 2021-03-01 2 1.5",
                                "a 2021-03-30 3 0.3333333333333333",
                                "a 2021-03-31 2 1",
                                "a 2021-06-01 1 0",
                                "b 2021-03-30 1 3");
            }
        }
    }

    private static List<String> means(Database database, String zone) {
        return Objects.requireNonNull(database.transactions().execute(transaction -> {
            database.jdbc().sql("SET LOCAL TIME ZONE '" + zone + "'").update();
            return database.jdbc()
                    .sql("SELECT indicator || ' ' || day || ' ' || releases || ' ' || mean"
                            + " FROM read.mean_surprise_30d ORDER BY indicator, day")
                    .query(String.class)
                    .list();
        }));
    }
}
