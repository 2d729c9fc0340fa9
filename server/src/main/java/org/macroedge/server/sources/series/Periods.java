package org.macroedge.server.sources.series;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;

/// The periods of one series in an answer: each comes once, and none before its time.
public final class Periods {

    private static final int MONTHS_OF_QUARTER = 3;

    private final String key;
    private final LocalDate today;
    private final Set<LocalDate> seen = new HashSet<>();

    /// @param key the publisher's name of the series
    public Periods(String key, Payload payload) {
        this.key = key;
        this.today = LocalDate.ofInstant(payload.fetchedAt(), ZoneOffset.UTC);
    }

    /// Notes a period.
    ///
    /// @param first its first day
    /// @throws SourceFault where it came before, or has not begun
    public void add(LocalDate first) {
        if (!seen.add(first) || first.isAfter(today)) {
            throw SourceFault.notUnderstood(key + " has " + first + " twice, or before its time");
        }
    }

    /// The first day of a quarter.
    ///
    /// @param year in digits
    /// @param quarter 1 to 4
    public static LocalDate quarter(String year, String quarter) {
        return LocalDate.of(Integer.parseInt(year), (Integer.parseInt(quarter) - 1) * MONTHS_OF_QUARTER + 1, 1);
    }
}
