package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.CatalogueVersions;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.FactTables;
import org.macroedge.server.releases.StoredFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a store under the catalogue that is loaded: another one than before is a new version, and releases whose
/// instant comes from the catalogue move to where it says, all in one transaction and at one record time.
public final class CatalogueAdoption {

    /// Where the catalogue placed releases so far, whether that still holds or not.
    private static final String PLACED = """
        SELECT split_part(release, '@', 1) AS indicator, local_date::text, 'date-only' = ANY (marks) AS date_only,
               extract(epoch FROM known_at)::bigint AS second
        FROM print WHERE local_date IS NOT NULL
        UNION
        SELECT split_part(release, '@', 1), local_date::text, date_only, extract(epoch FROM scheduled_at)::bigint
        FROM schedule WHERE local_date IS NOT NULL
        """;

    private static final String MOVED = "COPY moved_fact (fact, origin, batch) FROM STDIN";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final BulkCopy copy;
    private final RecordTimes recordTimes;
    private final EventLog events;
    private final CatalogueVersions versions;
    private final Batches batches;

    CatalogueAdoption(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueVersions versions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.copy = copy;
        this.recordTimes = recordTimes;
        this.events = events;
        this.versions = versions;
        this.batches = new Batches(jdbc);
    }

    /// Makes the catalogue as loaded the store's version; one small query where it is that already.
    ///
    /// @return how many releases it moved
    public int adopt() {
        return versions.isCurrent() ? 0 : Objects.requireNonNull(transactions.execute(status -> adoptInOrder()));
    }

    private int adoptInOrder() {
        batches.lock();
        // another process may have been first
        if (versions.isCurrent()) {
            return 0;
        }
        NewFacts facts = new NewFacts(batches.nextFact());
        MovedFacts moved = moves(facts);
        if (moved.moved().isEmpty()) {
            versions.record(recordTimes.take());
        } else {
            write(moved, facts);
        }
        return moved.releases();
    }

    private MovedFacts moves(NewFacts facts) {
        MovedFacts moved = new MovedFacts(this::indicator, origins(), facts);
        List<String> misplaced = misplaced();
        if (!misplaced.isEmpty()) {
            StoredFacts stored = new FactTables(jdbc, misplaced).notTakenBack(Imports.NOW_AND_LATER);
            moved.take(stored.prints());
            moved.take(stored.schedules());
        }
        return moved;
    }

    private void write(MovedFacts moved, NewFacts facts) {
        long batch = batches.openMoves();
        new FactWriter(copy, batch).write(facts);
        copy.write(
                MOVED,
                moved.moved().stream(),
                (one, row) -> row.add(one.fact()).add(one.origin()).add(batch));
        batches.factsUntil(facts.end());
        new RowDigests(jdbc).forget(facts.changed.indicators());
        Instant recordedAt = recordTimes.take();
        versions.record(recordedAt);
        facts.changed.announce(events, batch, recordedAt);
        batches.close(batch, recordedAt, Map.of("releases", moved.releases()), facts);
    }

    private @Nullable Indicator indicator(String id) {
        return versions.current().indicator(id).orElse(null);
    }

    /// Indicators of which some release once stood elsewhere than the catalogue says now.
    private List<String> misplaced() {
        return jdbc
                .sql(PLACED)
                .query((row, number) -> {
                    String id = row.getString("indicator");
                    Indicator indicator = indicator(id);
                    Instant ruled = indicator == null
                            ? null
                            : MovedFacts.ruled(
                                    indicator,
                                    LocalDate.parse(row.getString("local_date")),
                                    row.getBoolean("date_only"));
                    boolean stays = ruled == null || ruled.getEpochSecond() == row.getLong("second");
                    return stays ? "" : id;
                })
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private Map<Long, Long> origins() {
        Map<Long, Long> origins = new HashMap<>();
        jdbc.sql("SELECT fact, origin FROM moved_fact")
                .query((row, number) -> origins.put(row.getLong("fact"), row.getLong("origin")))
                .list();
        return origins;
    }
}
