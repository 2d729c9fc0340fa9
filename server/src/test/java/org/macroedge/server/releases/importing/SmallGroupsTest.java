package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.TestCatalogues;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.intake.RowSpool;
import org.macroedge.server.releases.profile.Profiles;

class SmallGroupsTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);

    @Test
    void anImportInSmallGroupsStoresTheSameFacts() {
        assertThat(facts(500)).isEqualTo(facts(RowSpool.IN_MEMORY));
    }

    private static KnownReleases facts(int rowsInMemory) {
        try (Database database = TestDatabase.fresh()) {
            Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
            Imports imports = new Imports(
                    database.jdbc(),
                    database.transactions(),
                    new BulkCopy(database.source()),
                    new RecordTimes(database.jdbc(), clock),
                    new EventLog(database.jdbc()),
                    TestCatalogues.of(database, LOADED),
                    clock,
                    rowsInMemory);
            Path sample = Path.of("../samples/releases-2014-2021.csv.gz");
            ImportRequest request = new ImportRequest(
                    Sample.PROFILE, PROFILES.named(Sample.PROFILE), List.of(Sample.calendar(sample)), false, false);

            long imported = imports.run(request, ImportProgress.SILENT).counts().imported();
            long again = imports.run(request, ImportProgress.SILENT).counts().unchanged();

            assertThat(imported).isGreaterThan(20_000);
            assertThat(again).isGreaterThanOrEqualTo(imported);
            return new ReleaseReader(database.jdbc(), TestCatalogues.of(database, LOADED)).asKnown(null);
        }
    }
}
