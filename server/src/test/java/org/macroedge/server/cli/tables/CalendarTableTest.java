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
                        AS_OF,
                        0,
                        List.of(
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
                                planned())));

        assertThat(text.toString()).isEqualTo("""
            As of Fri 3 Sep 2021 13:00:00, times in UTC.

            All rows: imported.

            released                              actual        forecast  previous      z
            Fri  3 Sep 12:30  US  payrolls   ***    235K            720K      235K  \u22122.75
            Fri  3 Sep 12:30  US  Fed funds  ***   2.00%  0.25% in force     2.00%  \u22124.00  clipped
            Fri  3 Sep 12:30  US  KOF        ***   110.0               \u2013     110.0      \u2013  no z: no forecast
            Fri  3 Sep 12:30  US  Ifo        ***    99.0            98.0      99.0      \u2013  suspect
            Fri  3 Sep 14:00  US  Payems     *         \u2013               \u2013         \u2013      \u2013  scheduled
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

    private static CalendarItem planned() {
        return new CalendarItem(
                "id@2021-09-03",
                "id",
                "Payems",
                "Payems",
                "US",
                "labour",
                1,
                "persons",
                new BigDecimal("1000"),
                "scheduled",
                Instant.parse("2021-09-03T14:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
