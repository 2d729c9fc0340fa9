package org.macroedge.server.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.prices.LatestPrices;
import org.macroedge.server.prices.PriceImportRequest;
import org.macroedge.server.prices.PriceImports;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.prices.view.PriceHistory;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.profile.CalendarFile;

/// Files of prices as people download them, through the store. All figures were computed from the files by an
/// independent script.
@Tag("recorded")
class RecordedPricesTest {

    private static final Path FOLDER = Path.of(System.getProperty("macro-edge.recorded"), "prices");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static Database database;
    private static TestStore store;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static ImportOutcome load(String file, String profile, @Nullable String instrument) {
        return store.get(PriceImports.class)
                .run(
                        new PriceImportRequest(
                                profile,
                                store.get(PriceProfiles.class).named(profile),
                                List.of(CalendarFile.of(FOLDER.resolve(file))),
                                instrument,
                                false),
                        ImportProgress.SILENT);
    }

    /// Rows, closes, first and last with their closes, weekdays without a close, and wrong ticks. The tick of
    /// 1961 is a close of 68.68 between 66.37 and 66.20, and that of 1987 the day after Black Monday in Tokyo.
    @ParameterizedTest
    @CsvSource({
        "indices/^SPX.csv, yahoo, , SPX, 24656, 24656, 1927-12-30, 17.65999984741211, 2026-02-27, 6878.8798828125,"
                + " 955, 1",
        "indices/^NDX.csv, yahoo, , NDX, 10181, 10181, 1985-10-01, 112.13999938964844, 2026-02-27, 24960.0390625, 363,"
                + " 0",
        "indices/^N225.csv, yahoo, , N225, 14653, 14653, 1965-01-05, 1257.719970703125, 2024-08-05, 31458.419921875,"
                + " 892, 1",
        "indices/^HSI.csv, yahoo, , HSI, 9280, 9280, 1986-12-31, 2568.300048828125, 2024-08-05, 16563.740234375, 529,"
                + " 0",
        "indices/^RUT.csv, yahoo, , RUT, 9297, 9297, 1987-09-10, 168.97000122070312, 2024-08-02, 2109.31005859375,"
                + " 330, 0",
        "fx-gold-yields-daily/DEXUSEU.csv, fred-csv, , EURUSD, 6715, 6454, 2000-01-03, 1.0155, 2025-09-26, 1.1692, 0,"
                + " 0",
        "fx-gold-yields-daily/DEXJPUS.csv, fred-csv, , USDJPY, 6715, 6454, 2000-01-03, 101.7, 2025-09-26, 149.52, 0, 0",
        "fx-gold-yields-daily/DGS10.csv, fred-csv, , UST10, 6719, 6442, 2000-01-03, 6.58, 2025-10-02, 4.1, 0, 0",
        "datahub/wti-daily.csv, datahub, , WTI, 10226, 10226, 1986-01-02, 25.56, 2026-08-18, 86.48, 373, 1",
        "datahub/brent-daily.csv, datahub, , BRENT, 9958, 9958, 1987-05-20, 18.63, 2026-08-18, 95.29, 282, 0",
        "fx-gold-yields-daily/AV_EURUSD.csv, fred-csv, AUDUSD, AUDUSD, 5000, 5000, 2006-08-04, 1.28780, 2025-10-03,"
                + " 1.17410, 1, 0",
    })
    void aFileIsReadWholeAndItsGapsAndTicksAreFound(
            String file,
            String profile,
            @Nullable String named,
            String instrument,
            long rows,
            long closes,
            String first,
            BigDecimal firstClose,
            String last,
            BigDecimal lastClose,
            long gaps,
            long ticks) {
        ImportOutcome outcome = load(file, profile, named);

        assertThat(outcome.counts().read()).isEqualTo(rows);
        assertThat(outcome.counts().imported()).isEqualTo(closes);
        assertThat(outcome.counts().ignored()).isEqualTo(rows - closes);
        assertThat(outcome.quarantine()).isEmpty();
        assertThat(count(outcome, "price-gap")).isEqualTo(gaps);
        assertThat(count(outcome, "bad-tick")).isEqualTo(ticks);
        assertThat(outcome.findings()).extracting(ImportFinding::kind).isSubsetOf("price-gap", "bad-tick");
        PriceHistory history = store.get(LatestPrices.class)
                .at(null)
                .history(instrument, NOW, Instant.parse("1900-01-01T00:00:00Z"), null, null);
        assertThat(history.points()).hasSize((int) closes);
        assertClose(history.points().getFirst(), first, firstClose);
        assertClose(history.points().getLast(), last, lastClose);
        assertThat(load(file, profile, named).batch()).isNull();
    }

    private static long count(ImportOutcome outcome, String kind) {
        return outcome.findings().stream()
                .filter(finding -> finding.kind().equals(kind))
                .mapToLong(ImportFinding::count)
                .sum();
    }

    private static void assertClose(PricePoint point, String date, BigDecimal close) {
        assertThat(point.date()).hasToString(date);
        assertThat(point.close()).isEqualByComparingTo(close);
    }
}
