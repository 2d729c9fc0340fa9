package org.macroedge.server.releases.importing;

import org.macroedge.server.catalogue.CatalogueVersions;
import org.macroedge.server.events.RecordTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a store under the catalogue that is loaded: another one than before is a new version.
public final class CatalogueAdoption {

    private final TransactionTemplate transactions;
    private final RecordTimes recordTimes;
    private final CatalogueVersions versions;
    private final Batches batches;

    CatalogueAdoption(
            JdbcClient jdbc, TransactionTemplate transactions, RecordTimes recordTimes, CatalogueVersions versions) {
        this.transactions = transactions;
        this.recordTimes = recordTimes;
        this.versions = versions;
        this.batches = new Batches(jdbc);
    }

    /// Makes the catalogue as loaded the store's version; one small query where it is that already.
    public void adopt() {
        if (!versions.isCurrent()) {
            transactions.executeWithoutResult(status -> {
                batches.lock();
                // another process may have been first
                if (!versions.isCurrent()) {
                    versions.record(recordTimes.take());
                }
            });
        }
    }
}
