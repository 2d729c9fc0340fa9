package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.TestCatalogues;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.KnownFacts;
import org.macroedge.server.releases.ReleaseFacts;
import org.macroedge.server.releases.calendar.CalendarRow;

class RowSpoolTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void rowsBeyondTheBoundComeBackFromTheFileAsTheyWere() {
        try (RowSpool spool = new RowSpool(3)) {
            List<CalendarRow> told = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                String indicator = n % 3 == 0 ? "us-nonfarm-payrolls" : "de-ifo-business-climate";
                told.add(row(indicator, n));
            }

            told.forEach(spool::add);

            Map<Indicator, List<CalendarRow>> expected =
                    told.stream().collect(Collectors.groupingBy(CalendarRow::indicator));
            assertThat(spool.groups())
                    .extracting(group -> group.getFirst().id().value())
                    .containsExactly("de-ifo-business-climate", "us-nonfarm-payrolls");
            expected.forEach(
                    (indicator, rows) -> assertThat(spool.take(indicator)).isEqualTo(rows));
        }
    }

    @Test
    void aGroupHasNoMoreRowsThanTheBoundUnlessItIsOneIndicator() {
        try (RowSpool spool = new RowSpool(5)) {
            for (int n = 0; n < 7; n++) {
                spool.add(row("us-nonfarm-payrolls", n));
            }
            spool.add(row("de-ifo-business-climate", 1));
            spool.add(row("au-employment-change", 1));

            assertThat(spool.groups().stream()
                            .map(group ->
                                    group.stream().map(one -> one.id().value()).toList()))
                    .containsExactly(
                            List.of("au-employment-change", "de-ifo-business-climate"), List.of("us-nonfarm-payrolls"));
        }
    }

    @Test
    void anImportInSmallGroupsStoresTheSameFacts() {
        assertThat(facts(500)).isEqualTo(facts(RowSpool.IN_MEMORY));
    }

    private static KnownFacts facts(int rowsInMemory) {
        try (Database database = TestDatabase.fresh()) {
            Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
            Imports imports = new Imports(
                    database.jdbc(),
                    database.transactions(),
                    new BulkCopy(database.source()),
                    new RecordTimes(database.jdbc(), clock),
                    new EventLog(database.jdbc()),
                    rowsInMemory);
            Path sample = Path.of("../samples/releases-2014-2021.csv.gz");
            ImportRequest request = new ImportRequest(
                    Sample.PROFILE, PROFILES.named(Sample.PROFILE), List.of(Sample.calendar(sample)), false, false);

            long imported = imports.run(request, ImportProgress.SILENT).counts().imported();
            long again = imports.run(request, ImportProgress.SILENT).counts().unchanged();

            assertThat(imported).isGreaterThan(20_000);
            assertThat(again).isGreaterThanOrEqualTo(imported);
            return new ReleaseFacts(database.jdbc(), TestCatalogues.of(database, LOADED)).asKnown(null);
        }
    }

    private static CalendarRow row(String indicator, int n) {
        @Nullable BigDecimal sometimes = n % 2 == 0 ? null : new BigDecimal("1.50").add(BigDecimal.valueOf(n));
        return new CalendarRow(
                "file " + n % 2,
                n + 2,
                LOADED.indicator(indicator).orElseThrow(),
                START.plusSeconds(n * 3_600L),
                n % 4 == 0 ? null : LocalDate.of(2020, 1, 1),
                n % 5 == 0,
                n % 3 == 0 ? null : LocalDate.of(2019, 12, 1),
                sometimes,
                n % 4 == 1 ? null : new BigDecimal("-0.10"),
                sometimes,
                n % 7 == 0 ? null : "event é " + n,
                n % 6 == 0);
    }
}
