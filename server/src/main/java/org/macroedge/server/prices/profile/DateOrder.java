package org.macroedge.server.prices.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingKind;

/// Whether the dates of a series in a file rise or fall throughout. Steps in the rarer direction are out of
/// order.
final class DateOrder {

    private @Nullable LocalDate last;
    private long rising;
    private long falling;
    private long firstRise;
    private long firstFall;

    void note(LocalDate date, long line) {
        if (last != null && date.isAfter(last)) {
            rising++;
            firstRise = firstRise == 0 ? line : firstRise;
        } else if (last != null && date.isBefore(last)) {
            falling++;
            firstFall = firstFall == 0 ? line : firstFall;
        }
        last = date;
    }

    void report(String file, PriceConsumer prices) {
        long wrong = Math.min(rising, falling);
        long first = falling <= rising ? firstFall : firstRise;
        if (wrong > 0) {
            prices.finding(new Finding(FindingKind.DATE_ORDER, "", wrong, file, first, null));
        }
    }
}
