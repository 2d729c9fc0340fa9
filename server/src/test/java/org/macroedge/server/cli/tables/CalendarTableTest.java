package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.calendar.view.CompletenessSummary;
import org.macroedge.server.calendar.view.RegionCompleteness;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.surprises.view.AnswerHeader;

/// A page as a reader sees it, written by hand.
class CalendarTableTest {

    private static final Instant AS_OF = Instant.parse("2021-09-03T13:00:00Z");

    @Test
    void figuresAreAsPublishedAndEveryDashHasItsReason() {
        StringWriter text = new StringWriter();
        CalendarTable.print(
                new Page(new PrintWriter(text, true), new Terminal(120, false, true), new Times(ZoneOffset.UTC)),
                new CalendarAnswer(
                        new AnswerHeader(AS_OF, false, false),
                        AS_OF,
                        Instant.parse("2021-09-10T13:00:00Z"),
                        1,
                        new CompletenessSummary(
                                AS_OF,
                                1234,
                                1231,
                                1,
                                1,
                                1,
                                2,
                                0,
                                7,
                                1,
                                Instant.parse("2021-09-02T12:30:00Z"),
                                List.of(new RegionCompleteness(
                                        "US", 1, 1, 1, 2, 1, Instant.parse("2021-09-02T12:30:00Z")))),
                        List.of(
                                open("Claims", "late", "announced", "2021-09-02T12:30:00Z"),
                                open("Orders", "missing", "overtaken", "2021-09-02T14:00:00Z"),
                                item("payrolls", "persons", "1000", "235000", "720000", -2.75, null, "imported"),
                                item(
                                        "Fed funds",
                                        "percent",
                                        "0.25",
                                        "2",
                                        "0.25",
                                        -4.0,
                                        null,
                                        "imported",
                                        "clipped",
                                        "no-forecast"),
                                item("KOF", "index", "0.1", "110", null, null, "nothing-expected", "imported"),
                                item("Ifo", "index", "0.1", "99", "98", null, "suspect", "imported", "suspect"),
                                open("Payems", "scheduled", "announced", "2021-09-03T14:00:00Z"),
                                open("Hires", "expected", "cadence", "2021-09-06T14:00:00Z", "expected"))));

        assertThat(text.toString()).isEqualTo("""
            As of Fri 3 Sep 2021 13:00:00, times in UTC.

            All rows: imported.

            time   release            actual        forecast  previous      z
            Thu 2 Sep
            12:30  US Claims     *         \u2013               \u2013         \u2013      \u2013  late
            14:00  US Orders     *         \u2013               \u2013         \u2013      \u2013  missing: published without it
            Fri 3 Sep
            12:30  US payrolls   ***    235K            720K      235K  \u22122.75
            12:30  US Fed funds  ***   2.00%  0.25% in force     2.00%  \u22124.00  clipped
            12:30  US KOF        ***   110.0               \u2013     110.0      \u2013  no z: no forecast
            12:30  US Ifo        ***    99.0            98.0      99.0      \u2013  suspect
            14:00  US Payems     *         \u2013               \u2013         \u2013      \u2013  scheduled
            Mon 6 Sep
            about  US Hires      *         \u2013               \u2013         \u2013      \u2013  expected

            ***: importance, three at most.
            imported: The forecast comes from an imported history that does not say when it was captured.
            clipped: The standardised surprise is beyond the limit of the weight set (by default \u00b14) and counts as that limit.
            no forecast: No survey: the rate in force is used as the forecast.
            suspect: Actual or forecast is probably a typo. The release does not count until someone confirms it.
            late: overdue by a day, or silent for too long; it lowers data health.
            missing: it did not come, and nobody waits for it any more.
            Of 1234 releases expected in the 100 days before, 1231 have a figure; 1 due, 1 late, 1 missing, 2 cancelled. 1 release
            of US lowers data health, since Thu 2 Sep 12:30.
            No schedule was captured for 1 indicator by then. `expected`: predicted from the catalogue's cadence, about that day; no
            source has announced it.
            """);
    }

    private static CalendarItem item(
            String name,
            String unit,
            String step,
            String actual,
            @Nullable String forecast,
            @Nullable Double z,
            @Nullable String reason,
            String... marks) {
        return new CalendarItem(
                "id@2021-09-03",
                "id",
                name,
                name,
                "US",
                "labour",
                3,
                unit,
                new BigDecimal(step),
                "released",
                null,
                Instant.parse("2021-09-03T12:30:00Z"),
                null,
                new BigDecimal(actual),
                forecast == null ? null : new BigDecimal(forecast),
                null,
                new BigDecimal(actual),
                null,
                z,
                reason,
                List.of(marks));
    }

    private static CalendarItem open(
            String name, String state, @Nullable String reason, String releasedAt, String... marks) {
        return new CalendarItem(
                marks.length == 0 ? "id@2021-09-03" : null,
                "id",
                name,
                name,
                "US",
                "labour",
                1,
                "persons",
                new BigDecimal("1000"),
                state,
                reason,
                Instant.parse(releasedAt),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(marks));
    }
}
