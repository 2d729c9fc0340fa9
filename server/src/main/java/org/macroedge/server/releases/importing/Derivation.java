package org.macroedge.server.releases.importing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.derivation.EarlierStages;
import org.macroedge.server.releases.derivation.ReleaseDerivation;
import org.macroedge.server.releases.derivation.Succession;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Derives the facts of indicators again from their statements in force, after an undo or an edit of the
/// catalogue.
final class Derivation {

    /// The version of the rules by which facts follow from statements. A store of an earlier version is
    /// derived again.
    static final int VERSION = 4;

    private static final int INDICATORS_AT_ONCE = 100;
    private static final long NO_BATCH = 0;

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final Batches batches;
    private final Statements statements;

    Derivation(JdbcClient jdbc, BulkCopy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.batches = new Batches(jdbc);
        this.statements = new Statements(jdbc);
    }

    /// Whether the store's facts follow from statements by the rules of this program.
    boolean isCurrent() {
        return jdbc.sql("SELECT version FROM derivation").query(Integer.class).single() >= VERSION;
    }

    void setCurrent() {
        jdbc.sql("UPDATE derivation SET version = ?").param(VERSION).update();
    }

    /// Derives every indicator to which statements may belong that are stored under some ids.
    ///
    /// @param batch adds and retracts facts
    FactUpdate derive(Collection<String> storedUnder, Catalogue catalogue, long batch) {
        Succession succession = new Succession(catalogue.indicators());
        Set<IndicatorId> reached = succession.reachedFrom(
                storedUnder.stream().map(IndicatorId::new).toList());
        FactUpdate update = new FactUpdate(jdbc, copy, batches, batch, false);
        EarlierStages stages = new EarlierStages(catalogue.indicators());
        reached.addAll(stages.after(reached));
        List<IndicatorId> ordered = reached.stream().sorted().toList();
        Collection<BatchStatements> inForce = batches.inForce(NO_BATCH);
        for (int from = 0; from < ordered.size(); from += INDICATORS_AT_ONCE) {
            List<IndicatorId> group = ordered.subList(from, Math.min(from + INDICATORS_AT_ONCE, ordered.size()));
            StatedReleases stated = new StatedReleases(catalogue, succession, stages, inForce);
            stated.load(statements, group);
            update.replace(
                    group,
                    group.parallelStream()
                            .map(id -> stated.derive(new ReleaseDerivation(stated.indicator(id)), id))
                            .toList());
        }
        return update;
    }
}
