package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// A store of an earlier version opens: what it knew becomes statements, and its facts follow from them by today's
/// rules.
class EarlierStoreTest {

    private static final Path FOLDER = Path.of("../catalogue");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(FOLDER);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String ROWS = HEADER
            + "us-nonfarm-payrolls,2021-08-06T12:30:00Z,,943000,870000,938000\n"
            + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,2021-08-01,235000,720000,1053000\n"
            + "de-prelim-cpi-mom,2021-01-28,,0.8,0.4,0.5\n"
            + "de-prelim-cpi-mom,2021-03-30,,0.5,0.5,0.7\n"
            + "us-nonfarm-payrolls,2021-10-08T12:30:00Z,,,500000,\n";
    private static final String A = ROWS
            + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,0.6\n"
            + "us-nonfarm-payrolls,2021-07-02T12:30:00Z,,850000,700000,559000\n"
            + "ch-kof-economic-barometer,2014-03-31T07:00:00Z,,1.99,2.02,2.03\n"
            + "ch-kof-economic-barometer,2014-04-30T07:00:00Z,,102,106,106.3\n";
    private static final String B = ROWS + "us-cpi-mom,2021-07-13T12:30:00Z,,0.7,0.5,0.6\n";

    @Test
    void aStoreOfAnEarlierVersionAnswersLikeOneThatImportedItsFilesToday() throws SQLException, IOException {
        try (Database earlier = Database.at(schema15());
                Database today = TestDatabase.fresh()) {
            TestStore opened = TestStore.of(earlier, CATALOGUE, CLOCK);
            TestStore fresh = TestStore.of(today, CATALOGUE, CLOCK);
            opened.adoption().adopt();
            fresh.adoption().adopt();
            load(fresh, A);
            load(fresh, B);

            List<ObservedRelease> known = opened.facts().asKnown(null).releases();

            assertThat(known).isEqualTo(fresh.facts().asKnown(null).releases());
            assertThat(known)
                    .extracting(release -> release.releaseId().value())
                    .contains("ch-kof-economic-barometer@2014-03-31")
                    .doesNotContain("ch-kof-economic-barometer@2014-04-30");
            assertThat(load(opened, A + "gb-cpi-yoy,2021-09-15T06:00:00Z,,3.2,2.9,2\n")
                            .counts()
                            .imported())
                    .isOne();
        }
    }

    @Test
    void anImportOfAnEarlierVersionCanBeUndone() throws SQLException, IOException {
        try (Database earlier = Database.at(schema15())) {
            TestStore opened = TestStore.of(earlier, CATALOGUE, CLOCK);
            opened.adoption().adopt();

            opened.imports().undo(1);

            assertThat(opened.facts().asKnown(null).releases())
                    .extracting(release -> release.releaseId().value())
                    .containsExactly(
                            "de-prelim-cpi-mom@2021-01-28",
                            "de-prelim-cpi-mom@2021-03-30",
                            "us-cpi-mom@2021-07-13",
                            "us-nonfarm-payrolls@2021-08-06",
                            "us-nonfarm-payrolls@2021-09-03");
        }
    }

    private static String schema15() throws SQLException, IOException {
        String address = TestDatabase.freshAddress();
        Flyway.configure().dataSource(address, null, null).target("15").load().migrate();
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                InputStream rows =
                        Objects.requireNonNull(EarlierStoreTest.class.getResourceAsStream("schema-15.sql"))) {
            statement.execute(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
        }
        return address;
    }

    private static ImportOutcome load(TestStore store, String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(FOLDER.resolve("profiles"), Path.of("none"), () -> CATALOGUE);
        return store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
