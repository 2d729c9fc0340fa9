package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueAdopter;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.FactReader;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.intake.FactCollector;
import org.macroedge.server.releases.intake.FactMover;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the catalogue that this process loaded into force: it becomes the store's latest version, and releases
/// whose instant comes from the catalogue move to where it says, all in one transaction, under the lock of the
/// intake and at one record time.
public final class CatalogueAdoption implements CatalogueAdopter {

    /// Where the catalogue has placed releases so far, including places that no longer hold.
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
    private final ChangeAnnouncer announcer;
    private final CatalogueInForce inForce;
    private final Batches batches;

    CatalogueAdoption(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce inForce) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.copy = copy;
        this.recordTimes = recordTimes;
        this.announcer = new ChangeAnnouncer(events);
        this.inForce = inForce;
        this.batches = new Batches(jdbc);
    }

    /// Makes the catalogue that this process loaded the version in force, unless it already is that version or is
    /// an older one that was superseded.
    ///
    /// @return how many releases it moved
    @Override
    public int adopt() {
        return mayAdopt() ? Objects.requireNonNull(transactions.execute(status -> adoptInOrder())) : 0;
    }

    private boolean mayAdopt() {
        return !inForce.isOwn() && !inForce.isSuperseded();
    }

    private int adoptInOrder() {
        batches.lock();
        // another process may have adopted it in the meantime
        if (!mayAdopt()) {
            return 0;
        }
        Catalogue adopted = inForce.own().catalogue();
        FactCollector facts = new FactCollector(batches.nextFact());
        FactMover mover = mover(adopted, facts);
        if (mover.moved().isEmpty()) {
            inForce.record(adopted, recordTimes.take());
        } else {
            write(adopted, mover, facts);
        }
        return mover.releases();
    }

    private FactMover mover(Catalogue adopted, FactCollector facts) {
        FactMover mover = new FactMover(id -> adopted.indicator(id).orElse(null), origins(), facts);
        List<String> misplaced = misplaced(adopted);
        if (!misplaced.isEmpty()) {
            StoredFacts stored = new FactReader(jdbc, misplaced).notRetracted(Imports.NOW_AND_LATER);
            mover.take(stored.prints());
            mover.take(stored.schedules());
        }
        return mover;
    }

    private void write(Catalogue adopted, FactMover mover, FactCollector facts) {
        long batch = batches.openMoves();
        new FactWriter(copy, batch).write(facts.drain());
        copy.write(
                MOVED,
                mover.moved().stream(),
                (fact, row) -> row.add(fact.fact()).add(fact.origin()).add(batch));
        batches.factsUntil(facts.end());
        new RowDigests(jdbc).forget(facts.changes().indicators());
        Instant recordedAt = recordTimes.take();
        inForce.record(adopted, recordedAt);
        announcer.announce(facts.changes(), batch, recordedAt);
        batches.close(batch, recordedAt, Map.of("releases", mover.releases()), facts);
    }

    /// Indicators with a release that was ever placed at another instant than the adopted catalogue states.
    private List<String> misplaced(Catalogue adopted) {
        return jdbc
                .sql(PLACED)
                .query((row, number) -> {
                    String id = row.getString("indicator");
                    Indicator indicator = adopted.indicator(id).orElse(null);
                    Instant ruled = indicator == null
                            ? null
                            : FactMover.ruled(
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
