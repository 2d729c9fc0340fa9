package org.macroedge.server.catalogue;

import java.time.Instant;
import org.macroedge.server.platform.database.Database;

/// A catalogue as the files of a process, beside a store.
public final class TestCatalogues {

    private TestCatalogues() {}

    /// Files that nobody has modified since they were in force.
    public static CatalogueInForce of(Database database, Catalogue own) {
        return of(database, own, Instant.EPOCH);
    }

    /// @param modified when the last of the files was modified
    public static CatalogueInForce of(Database database, Catalogue own, Instant modified) {
        return new CatalogueInForce(database.jdbc(), new LoadedCatalogue(own, modified));
    }
}
