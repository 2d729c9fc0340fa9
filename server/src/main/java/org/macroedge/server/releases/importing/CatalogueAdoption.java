package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueAdopter;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.derivation.Succession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the catalogue that this process loaded into force: it becomes the store's latest version, and releases
/// whose instant comes from the catalogue move to where it says, all in one transaction, under the lock of the
/// intake and at one record time.
public final class CatalogueAdoption implements CatalogueAdopter {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Derivation derivation;
    private final Statements statements;
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
        this.derivation = new Derivation(jdbc, copy);
        this.statements = new Statements(jdbc);
        this.recordTimes = recordTimes;
        this.announcer = new ChangeAnnouncer(events);
        this.inForce = inForce;
        this.batches = new Batches(jdbc);
    }

    /// Makes the catalogue that this process loaded the version in force, unless it already is that version
    /// or is an older one that was superseded. Releases are derived again where the catalogue or the rules of
    /// this program differ from those by which they were.
    ///
    /// @return how many releases it moved
    @Override
    public int adopt() {
        return mayAdopt() || !derivation.isCurrent()
                ? Objects.requireNonNull(transactions.execute(status -> adoptInOrder()))
                : 0;
    }

    private boolean mayAdopt() {
        return !inForce.isOwn() && !inForce.isSuperseded();
    }

    private int adoptInOrder() {
        batches.lock();
        // another process may have adopted it in the meantime
        boolean adopts = mayAdopt();
        boolean current = derivation.isCurrent();
        if (!adopts && current) {
            return 0;
        }
        Catalogue before = inForce.current();
        Catalogue after = adopts ? inForce.own().catalogue() : before;
        List<String> indicators = current ? edited(before, after) : statements.indicators();
        derivation.setCurrent();
        return indicators.isEmpty() ? record(adopts, after) : derive(indicators, adopts, after);
    }

    private int record(boolean adopts, Catalogue adopted) {
        if (adopts) {
            inForce.record(adopted, recordTimes.take());
        }
        return 0;
    }

    /// The ids of stored statements on which an edit of the catalogue may act.
    private List<String> edited(Catalogue before, Catalogue after) {
        boolean precedence = !before.sources().equals(after.sources());
        List<IndicatorId> edited = statements.indicators().stream()
                .filter(id -> precedence || !before.indicator(id).equals(after.indicator(id)))
                .map(IndicatorId::new)
                .toList();
        // an edit may have removed the link to a successor
        return Stream.concat(edited.stream(), new Succession(before.indicators()).reachedFrom(edited).stream())
                .map(IndicatorId::value)
                .distinct()
                .toList();
    }

    private int derive(List<String> indicators, boolean adopts, Catalogue adopted) {
        long batch = batches.openMoves();
        FactUpdate facts = derivation.derive(indicators, adopted, batch);
        if (facts.isEmpty()) {
            batches.discard(batch);
            return record(adopts, adopted);
        }
        batches.factsUntil(facts.end());
        batches.retract(batch, facts.retracted());
        new RowDigests(jdbc).forget(facts.changes().indicators());
        Instant recordedAt = recordTimes.take();
        if (adopts) {
            inForce.record(adopted, recordedAt);
        }
        announcer.announce(facts.changes(), batch, recordedAt);
        batches.close(batch, recordedAt, Map.of("releases", facts.moved()));
        return facts.moved();
    }
}
