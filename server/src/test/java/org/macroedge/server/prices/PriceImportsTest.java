package org.macroedge.server.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.SessionDays;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.prices.profile.PriceRow;
import org.macroedge.server.prices.view.PriceHistory;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.prices.view.PriceSeriesItem;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.QuarantineReason;

class PriceImportsTest {

    private static final String LATER = "2026-11-01T00:00:00Z";

    private static final String THREE_ROWS_OF_HEADER = """
        Price,Adj Close,Close,High,Low,Open,Volume
        Ticker,^SPX,^SPX,^SPX,^SPX,^SPX,^SPX
        Date,,,,,,
        2021-09-02,4536.9501953125,4536.9501953125,4545.85009765625,4524.66015625,4534.47998046875,2897010000
        2021-09-03,4535.43017578125,4535.43017578125,4541.4501953125,4521.2998046875,4532.419921875,2609660000
        """;

    private PriceFixture prices;

    @BeforeEach
    void open() {
        prices = PriceFixture.fresh();
    }

    @AfterEach
    void close() {
        prices.close();
    }

    @Test
    void aFileOfYahooWithThreeRowsOfHeaderNamesItsSymbolAndIsKeptExactly() {
        ImportOutcome outcome = prices.load("yahoo", "anything.csv", THREE_ROWS_OF_HEADER);

        assertThat(outcome.batch()).isNotNull();
        assertThat(outcome.counts().read()).isEqualTo(2);
        assertThat(outcome.counts().imported()).isEqualTo(2);
        assertThat(outcome.findings()).isEmpty();
        PriceHistory spx = prices.answers().history("spx", null, null, null, null);
        PriceSeriesItem series = spx.series();
        assertThat(series.source()).isEqualTo("yahoo");
        assertThat(series.symbol()).isEqualTo("^SPX");
        assertThat(series.close()).isEqualTo("16:00 America/New_York");
        assertThat(series.unit()).isEqualTo("index points");
        PricePoint friday = spx.points().getLast();
        assertThat(friday.date()).hasToString("2021-09-03");
        assertThat(friday.closeAt()).hasToString("2021-09-03T20:00:00Z");
        assertThat(friday.open()).isEqualByComparingTo(new BigDecimal("4532.419921875"));
        assertThat(friday.high()).isEqualByComparingTo(new BigDecimal("4541.4501953125"));
        assertThat(friday.low()).isEqualByComparingTo(new BigDecimal("4521.2998046875"));
        assertThat(friday.close()).isEqualByComparingTo(new BigDecimal("4535.43017578125"));
    }

    @Test
    void aFileOfYahooWithOneRowOfHeaderIsNamedAfterItsSymbol() {
        prices.load("yahoo", "^n225.csv", """
            Date,Open,High,Low,Close,Adj Close,Volume
            2021-09-03,28638.419921875,29149.869140625,28565.890625,29128.109375,29128.109375,98900000
            2021-09-06,null,null,null,null,null,null
            """);

        assertThat(prices.closes("N225", LATER)).containsExactly("2021-09-03 29128.109375");
    }

    @Test
    void aDownloadOfFredNamesItsSeriesInTheHeaderAndAHolidayIsNoGap() {
        ImportOutcome outcome = prices.load(
                "fred-csv",
                "download.csv",
                "observation_date,DEXUSEU\n2021-07-02,1.1862\n2021-07-05,.\n2021-07-06,1.1828\n");

        assertThat(outcome.counts().imported()).isEqualTo(2);
        assertThat(outcome.counts().ignored()).isEqualTo(1);
        assertThat(outcome.findings()).isEmpty();
        assertThat(prices.closes("EURUSD", LATER)).containsExactly("2021-07-02 1.1862", "2021-07-06 1.1828");
        assertThat(prices.points("EURUSD", LATER).getFirst().closeAt()).hasToString("2021-07-02T16:00:00Z");
    }

    @Test
    void aCloseIsKnownFromTheInstantOnAtWhichItIsMade() {
        prices.load("yahoo", "x.csv", THREE_ROWS_OF_HEADER);

        assertThat(prices.closes("SPX", "2021-09-03T19:59:59Z")).containsExactly("2021-09-02 4536.9501953125");
        assertThat(prices.closes("SPX", "2021-09-03T20:00:00Z")).hasSize(2);
        assertThat(prices.closes("SPX", "2021-09-02T19:59:59Z")).isEmpty();
    }

    @Test
    void aCloseOfUnknownTimeIsKnownAtTheEndOfTheNextDay() {
        prices.own("2021-09-03,EURUSD,1.1874");

        assertThat(prices.closes("EURUSD", "2021-09-04T23:59:59Z")).isEmpty();
        assertThat(prices.closes("EURUSD", "2021-09-05T00:00:00Z")).containsExactly("2021-09-03 1.1874");
    }

    @Test
    void aNegativePriceOfOilIsRealAndOneOfAnIndexIsNot() {
        ImportOutcome oil = prices.load(
                "datahub", "wti-daily.csv", "Date,Price\n2020-04-17,18.31\n2020-04-20,-36.98\n2020-04-21,8.91\n");
        ImportOutcome index =
                prices.load("yahoo", "^GSPC.csv", "Date,Open,High,Low,Close\n2020-04-17,1,2,1,2\n2020-04-20,0,2,0,0\n");

        assertThat(oil.counts().imported()).isEqualTo(3);
        assertThat(prices.closes("WTI", LATER)).contains("2020-04-20 -36.98");
        assertThat(index.counts().imported()).isEqualTo(1);
        assertThat(index.quarantine())
                .containsExactly(new QuarantineReason("non-positive", 1, "^GSPC.csv", 3, "the close of SPX is 0"));
    }

    @Test
    void aCorrectionIsAVintageKnownFromItsOwnTimeOn() {
        prices.own("2021-09-02,EURUSD,1.1874", "2021-09-03,EURUSD,1.1880");
        ImportOutcome correction = prices.own("2021-09-03,EURUSD,1.1888");

        assertThat(correction.counts().corrected()).isEqualTo(1);
        assertThat(correction.counts().imported()).isZero();
        assertThat(prices.closes("EURUSD", LATER)).containsExactly("2021-09-02 1.1874", "2021-09-03 1.188");
        assertThat(prices.points("EURUSD", PriceFixture.NOW.plusSeconds(60).toString()))
                .last()
                .satisfies(point -> {
                    assertThat(point.close()).isEqualByComparingTo("1.1888");
                    assertThat(point.corrected()).isTrue();
                    assertThat(point.batch()).isEqualTo(correction.batch());
                });
        prices.store().get(Imports.class).undo(correction.batch());
        assertThat(prices.closes("EURUSD", PriceFixture.NOW.plusSeconds(60).toString()))
                .containsExactly("2021-09-02 1.1874", "2021-09-03 1.188");
    }

    @Test
    void aCorrectionThatIsTakenBackByAnotherCountsFromThenOn() {
        prices.own("2021-09-03,EURUSD,1.1880");
        prices.own("2021-09-03,EURUSD,1.1888");
        ImportOutcome back = prices.own("2021-09-03,EURUSD,1.1880");

        assertThat(back.counts().corrected()).isEqualTo(1);
        assertThat(prices.closes("EURUSD", PriceFixture.NOW.plusSeconds(60).toString()))
                .containsExactly("2021-09-03 1.188");
    }

    @Test
    void theSameRowsAgainLeaveNoBatchAndADryRunLeavesNothing() {
        ImportOutcome dry = prices.load(
                "macro-edge",
                null,
                true,
                List.of(PriceFixture.file("a.csv", "date,instrument,close\n2021-09-03,EURUSD,1.1880\n")));
        assertThat(dry.batch()).isNull();
        assertThat(dry.counts().imported()).isEqualTo(1);
        assertThat(prices.answers().list(null).items()).isEmpty();

        prices.own("2021-09-03,EURUSD,1.1880");
        ImportOutcome again = prices.own("2021-09-03,EURUSD,1.18800");
        assertThat(again.batch()).isNull();
        assertThat(again.counts().unchanged()).isEqualTo(1);
        assertThat(prices.store().imports().list())
                .singleElement()
                .satisfies(batch -> assertThat(batch.kind()).isEqualTo("price"));
    }

    @Test
    void rowsThatCannotBeReadAreQuarantinedWordForWord() {
        ImportOutcome outcome = prices.own(
                "2021-09-03,EURUSD,1.1880",
                "2021-06-31,EURUSD,1.19",
                "1833-01-01,EURUSD,1.19",
                "2021-09-06,EURUSD,dear",
                "2021-09-07,EURUSD,0",
                "2026-11-03,EURUSD,1.2",
                "2021-09-08,EURUSD,1.19,more",
                "2021-09-09,DOGE,1.19",
                "2021-09-10,EURUSD,1.18",
                "2021-09-10,EURUSD,1.19");

        assertThat(outcome.counts().read()).isEqualTo(10);
        assertThat(outcome.counts().imported()).isEqualTo(1);
        assertThat(outcome.counts().unmapped()).isEqualTo(1);
        assertThat(outcome.counts().unmappedTitles())
                .singleElement()
                .satisfies(title -> assertThat(title.title()).isEqualTo("DOGE"));
        assertThat(prices.store().imports().quarantine(outcome.batch()))
                .extracting(row -> row.line() + " " + row.reason() + " " + row.message() + " | " + row.raw())
                .containsExactly(
                        "3 unreadable-date \"2021-06-31\" is not a date as the profile writes it |"
                                + " 2021-06-31,EURUSD,1.19",
                        "4 unreadable-date 1833-01-01 is not in the years from 1900 to 2099 | 1833-01-01,EURUSD,1.19",
                        "5 unreadable-price close \"dear\" is not a number | 2021-09-06,EURUSD,dear",
                        "6 non-positive the close of EURUSD is 0 | 2021-09-07,EURUSD,0",
                        "7 future-close the close of 2026-11-03 is made at 2026-11-05T00:00:00Z, which is in the future"
                                + " | 2026-11-03,EURUSD,1.2",
                        "8 field-count The row has 4 fields where the header has 3 | 2021-09-08,EURUSD,1.19,more",
                        "10 two-figures another close of EURUSD on 2021-09-10: 1.19 at mine.csv:11"
                                + " | 2021-09-10,EURUSD,1.18",
                        "11 two-figures another close of EURUSD on 2021-09-10: 1.18 at mine.csv:10"
                                + " | 2021-09-10,EURUSD,1.19");
    }

    @Test
    void whatLooksWrongIsReportedAndCounts() {
        ImportOutcome outcome = prices.load("macro-edge", "a.csv", """
            date,instrument,open,high,low,close
            2021-09-03,EURUSD,1.19,1.2,1.18,1.19
            2021-09-01,EURUSD,1.19,1.18,1.2,1.19
            2021-09-06,EURUSD,0,1.2,1.18,1.19
            2021-09-06,EURUSD,0,1.2,1.18,1.19
            2021-09-11,EURUSD,,,,1.19
            2021-09-30,EURUSD,,,,1.19
            """);

        assertThat(outcome.counts().imported()).isEqualTo(5);
        assertThat(outcome.counts().unchanged()).isEqualTo(1);
        assertThat(outcome.findings())
                .containsExactly(
                        new ImportFinding("price-gap", "EURUSD", 5, "a.csv", 2, null),
                        new ImportFinding("price-gap", "EURUSD, 13 in a row from 2021-09-13", 13, "a.csv", 7, null),
                        new ImportFinding("inconsistent-bar", "EURUSD", 1, "a.csv", 3, null),
                        new ImportFinding("non-positive-cell", "EURUSD", 2, "a.csv", 4, null),
                        new ImportFinding("weekend-close", "EURUSD", 1, "a.csv", 6, null),
                        new ImportFinding("repeated-date", "EURUSD", 1, "a.csv", 5, null),
                        new ImportFinding("date-order", "", 1, "a.csv", 3, null));
        assertThat(prices.points("EURUSD", LATER).get(2).open()).isNull();
    }

    @Test
    void aGapAtTheSeamOfTwoImportsIsFound() {
        prices.own("2021-09-03,EURUSD,1.19");

        assertThat(prices.own("2021-09-07,EURUSD,1.19", "2021-09-08,EURUSD,1.19")
                        .findings())
                .containsExactly(new ImportFinding("price-gap", "EURUSD", 1, "mine.csv", 2, null));
    }

    @Test
    void aWrongFileSaysWhatItIsAndNothingIsStored() {
        assertFault("yahoo", null, "x.csv", "Datum;Kurs\n", "x.csv has no column for date; it has Datum;Kurs");
        assertFault("yahoo", null, "x.csv", "<html><body>No data</body></html>", "a web page (HTML)");
        assertFault("yahoo", null, "x.csv", "", "x.csv is empty");
        assertFault(
                "yahoo",
                null,
                "x.csv",
                "Price,Close,Close\nTicker,^SPX,^NDX\nDate,,\n2021-09-03,1,2\n",
                "x.csv has more than one column Close");
        assertFault(
                "yahoo",
                null,
                "CNY=X.csv",
                "Date,Close\n2021-09-03,6.45\n",
                "CNY=X.csv has prices of \"CNY=X\", which prices.yaml gives to no instrument for source yahoo");
        assertFault(
                "yahoo", "SPX", "^NDX.csv", "Date,Close\n2021-09-03,6.45\n", "prices.yaml gives to NDX, not to SPX");
        assertFault(
                "fred-csv",
                null,
                "x.csv",
                "DATE,DGS2,DGS10\n2021-09-03,1,2\n",
                "x.csv has no column for close; it has DATE, DGS2, DGS10");
        assertFault(
                "macro-edge",
                "SPX",
                "x.csv",
                "date,instrument,close\n",
                "The rows of this profile name their instruments");
        assertFault(
                "datahub",
                "WTI",
                "x.csv",
                "Date,Price\nMonday,1\nTuesday,2\n",
                "x.csv does not fit the profile: none of its rows can be read. The first: \"Monday\"");
        assertFault("datahub", "DOGE", "x.csv", "Date,Price\n", "Instrument \"DOGE\" does not exist");
        assertThat(prices.store().imports().list()).isEmpty();
    }

    private void assertFault(String profile, String instrument, String name, String content, String message) {
        assertThatThrownBy(() -> prices.load(profile, instrument, false, List.of(PriceFixture.file(name, content))))
                .hasMessageContaining(message);
    }

    @Test
    void oneWrongFileAmongRightOnesStoresNothing() {
        assertThatThrownBy(() -> prices.load(
                        "yahoo",
                        null,
                        false,
                        List.of(
                                PriceFixture.file("a.csv", THREE_ROWS_OF_HEADER),
                                PriceFixture.file("b.csv", "{\"chart\": 1}"))))
                .hasMessageContaining("b.csv seems to be JSON");
        assertThat(prices.answers().list(null).items()).isEmpty();
    }

    @Test
    void aFileOfUnknownSymbolBelongsToTheInstrumentThatIsNamed() {
        prices.load(
                "yahoo", "audusd", false, List.of(PriceFixture.file("mine (2).csv", "Date,Close\n2021-09-03,0.745\n")));

        assertThat(prices.answers().list(null).items()).singleElement().satisfies(series -> {
            assertThat(series.instrument()).isEqualTo("AUDUSD");
            assertThat(series.symbol()).isEqualTo("AUDUSD");
            assertThat(series.close()).isNull();
        });
    }

    @Test
    void aSeriesThatIsQuotedTheOtherWayRoundIsAnsweredInTheOrientationOfItsInstrument() {
        prices.load("yahoo", "JPYUSD=X.csv", "Date,Open,High,Low,Close\n2021-09-03,0.008,0.01,0.008,0.01\n");

        PricePoint point = prices.points("USDJPY", LATER).getFirst();
        assertThat(point.close()).isEqualByComparingTo("100");
        assertThat(point.high()).isEqualByComparingTo("125");
        assertThat(point.low()).isEqualByComparingTo("100");
        assertThat(point.open()).isEqualByComparingTo("125");
    }

    @Test
    void seriesAreNeverMixedAndTheFirstOfTheCatalogueCounts() {
        prices.load("fred-csv", "a.csv", "DATE,DEXUSEU\n2021-09-02,1.18\n2021-09-03,1.19\n");
        assertThat(prices.closes("EURUSD", LATER)).containsExactly("2021-09-02 1.18", "2021-09-03 1.19");

        prices.load("yahoo", "EURUSD=X.csv", "Date,Close\n2021-09-03,1.1877\n");
        PriceHistory history = prices.answers().history("EURUSD", null, null, null, null);
        assertThat(history.series().source()).isEqualTo("yahoo");
        assertThat(history.points()).hasSize(1);
        assertThat(history.others()).singleElement().satisfies(other -> {
            assertThat(other.source()).isEqualTo("fred");
            assertThat(other.closes()).isEqualTo(2);
        });
        assertThat(prices.answers().history("EURUSD", null, null, null, "fred").points())
                .hasSize(2);
        assertThat(prices.answers()
                        .history("EURUSD", null, null, null, "ecb-rates")
                        .series())
                .isNull();
    }

    @Test
    void moreRowsThanFitIntoMemoryAreRefused() {
        ReadPrices read = new ReadPrices(ImportProgress.SILENT, 1);
        PriceSeries series = PriceSeries.undeclared(new InstrumentId("EURUSD"), "mine", "EURUSD", SessionDays.WEEKDAYS);
        PriceRow row = new PriceRow(
                series, LocalDate.of(2021, 9, 3), new Bar(null, null, null, BigDecimal.ONE), "a.csv", 2, () -> "");
        read.price(row);

        assertThatThrownBy(() -> read.price(row)).hasMessageContaining("The files have more than 1 rows with prices");
    }
}
