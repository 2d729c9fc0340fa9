package org.macroedge.server.surprises;

import java.util.List;
import java.util.Set;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.home.DiskSpace;

/// Keeps tables `surprise` and `rolling_statistic` equal to the surprises of the latest record time. A change replaces
/// the rows of the indicators that changed, from the first row that differs.
///
/// Only a process whose own catalogue files are in force writes.
public final class StoredSurprises extends DerivedConsumer {

    private static final String NAME = "surprises";

    private static final long SPACE = 64 * DiskSpace.MEGABYTE;

    private final Database database;
    private final LatestSurprises latest;
    private final SurpriseTables tables;
    private final DailySurprises daily;
    private final ChangedIndicators changes;

    StoredSurprises(
            CatalogueInForce catalogue,
            LatestSurprises latest,
            Database database,
            DailySurprises daily,
            DerivedFrom derivedFrom,
            ChangedIndicators changes) {
        super(catalogue, derivedFrom);
        this.database = database;
        this.latest = latest;
        this.tables = new SurpriseTables(database);
        this.daily = daily;
        this.changes = changes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void rebuild() {
        requireSpace();
        Surprises surprises = latest.at(null);
        tables.clear();
        tables.write(
                surprises,
                surprises.catalogue().indicators().stream().map(Indicator::id).toList());
        store(surprises);
    }

    @Override
    public void accept(List<Event> events) {
        requireSpace();
        Surprises surprises = latest.at(null);
        Set<IndicatorId> changed = changes.of(
                surprises.catalogue(),
                events,
                derivedFrom.recordedAt(NAME),
                surprises.facts().recordedAt());
        if (!changed.isEmpty()) {
            tables.replace(surprises, changed);
            store(surprises);
        }
    }

    private void requireSpace() {
        database.requireSpace(SPACE, "to bring the stored history up to date");
    }

    private void store(Surprises surprises) {
        derivedFrom.set(
                NAME,
                DerivedFrom.inputs(surprises.catalogue().hash()),
                surprises.facts().recordedAt());
        daily.refreshAfterCommit();
    }
}
