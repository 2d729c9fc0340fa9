package org.macroedge.server.releases.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// A release leads back to the rows that it comes from.
class ReleaseRowsTest {

    private static final Path SHIPPED = Path.of("../catalogue");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(SHIPPED);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Query NOW = new Query(null, null);
    private static final String RELEASE = "us-nonfarm-payrolls@2021-09-03";
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String AUGUST = "us-nonfarm-payrolls,2021-08-06T12:30:00Z,,943000,870000,938000\n";

    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReleaseNamesTheFileAndTheLineOfItsRow() {
        load("us.csv", AUGUST + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,2021-08-01,235000,720000,1053000\n");

        RawRelease raw = rows(NOW);

        assertThat(raw.indicator()).isEqualTo("us-nonfarm-payrolls");
        assertThat(raw.rows()).singleElement().satisfies(row -> {
            assertThat(row.stands()).isTrue();
            assertThat(row.file()).isEqualTo("us.csv");
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.instant()).isEqualTo("2021-09-03T12:30:00Z");
            assertThat(row.period()).isEqualTo(LocalDate.parse("2021-08-01"));
            assertThat(row.actual()).isEqualByComparingTo("235000");
            assertThat(row.previous()).isEqualByComparingTo("1053000");
            assertThat(row.forecasts())
                    .containsExactly(
                            new RawRow.RawForecast("survey", new BigDecimal("720000"), null, null, null, null));
            assertThat(row.dateOnly()).isFalse();
        });
    }

    @Test
    void aCorrectedFigureStandsAndTheEarlierRowRemains() {
        load("first.csv", "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000\n");
        Instant before = store.facts().latestRecordTime();
        load("second.csv", "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,253000,720000,1053000\n");

        assertThat(rows(NOW).rows().getFirst().file()).isEqualTo("second.csv");
        assertThat(rows(NOW).rows().getFirst().stands()).isTrue();
        assertThat(rows(new Query(null, before)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.file()).isEqualTo("first.csv"));
    }

    @Test
    void aReleaseOfLaterThanTheQuestionHasNoFigureYet() {
        load("us.csv", AUGUST + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000\n");

        assertThatThrownBy(() -> rows(new Query(Instant.parse("2021-09-03T12:29:59Z"), null)))
                .hasMessageContaining("was not published by the instant");
        assertThat(rows(new Query(Instant.parse("2021-09-03T12:30:00Z"), null)).rows())
                .hasSize(1);
    }

    private RawRelease rows(Query query) {
        return store.get(ReleaseRows.class).of(RELEASE, query);
    }

    private void load(String name, String rows) {
        CalendarFile file = new CalendarFile(
                name, () -> new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(SHIPPED.resolve("profiles"), Path.of("none"), () -> CATALOGUE);
        store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
