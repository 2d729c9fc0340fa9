package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.indices.StoredIndices;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.surprises.StoredSurprises;

/// Every row of every derived table, as text in the order of that text.
public record DerivedRows(Map<String, List<String>> byTable) {

    private static final List<String> TABLES = List.of(
            "surprise", "rolling_statistic", "run", "bias_series", "bias_due", "bias_value", "bias", "index_value");

    private static final String VIEW = "bias";

    public static DerivedRows of(Database database) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    database.jdbc()
                            .sql("SELECT row_of::text FROM " + table + " AS row_of ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        return new DerivedRows(rows);
    }

    /// The rows of a full computation from the facts, made from nothing in a transaction that is rolled back.
    ///
    /// @param store over the database
    public static DerivedRows rebuilt(Database database, TestStore store) {
        return Objects.requireNonNull(database.transactions().execute(transaction -> {
            transaction.setRollbackOnly();
            database.jdbc()
                    .sql("TRUNCATE "
                            + TABLES.stream()
                                    .filter(table -> !table.equals(VIEW))
                                    .collect(Collectors.joining(", ")))
                    .update();
            return rebuild(database, store);
        }));
    }

    /// Computes everything anew in the caller's transaction.
    static DerivedRows rebuild(Database database, TestStore store) {
        database.jdbc().sql("DELETE FROM derived_from").update();
        store.get(StoredSurprises.class).rebuild();
        StoredBias bias = store.get(StoredBias.class);
        bias.rebuild();
        while (bias.share()) {
            // the next share
        }
        store.get(StoredIndices.class).rebuild();
        return of(database);
    }

    /// The number of rows of a table.
    public int size(String table) {
        return byTable.getOrDefault(table, List.of()).size();
    }

    /// Fails with the first rows that differ.
    public void assertEqualTo(DerivedRows other, String description) {
        for (String table : TABLES) {
            List<String> here = byTable.getOrDefault(table, List.of());
            List<String> there = other.byTable.getOrDefault(table, List.of());
            if (!here.equals(there)) {
                assertThat(without(here, there))
                        .as("%s, table %s: unexpected rows", description, table)
                        .isEmpty();
                assertThat(without(there, here))
                        .as("%s, table %s: missing rows", description, table)
                        .isEmpty();
            }
        }
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> left = new ArrayList<>(rows);
        left.removeAll(new HashSet<>(others));
        return left.subList(0, Math.min(left.size(), 5));
    }
}
