package org.macroedge.server.cli;

import java.time.LocalDate;
import java.util.Locale;

/// Weekly closes of EURUSD and SPX, made up.
final class ComposedPrices {

    static final int WEEKS = 60;

    private ComposedPrices() {}

    /// Wednesdays, whose closes count as known on Friday at 0:00 UTC; SPX has none in the tenth week.
    static String file() {
        StringBuilder rows = new StringBuilder("date,instrument,close\n");
        for (int week = 0; week < WEEKS; week++) {
            LocalDate date = LocalDate.of(2020, 7, 1).plusWeeks(week);
            rows.append(String.format(Locale.ROOT, "%s,EURUSD,%s%n", date, euro(week)));
            if (week != 10) {
                rows.append(String.format(Locale.ROOT, "%s,SPX,%s%n", date, stocks(week)));
            }
        }
        return rows.toString();
    }

    static double euro(int week) {
        return 1.1 + week * week % 7 / 100.0;
    }

    static double stocks(int week) {
        return 4000 + week * week % 7 * 10 + week * week * week % 11;
    }
}
