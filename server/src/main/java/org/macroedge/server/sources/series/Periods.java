package org.macroedge.server.sources.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;

/// The periods of one series in an answer: each comes once, and none before its time.
public final class Periods {

    /// Before the present one.
    static final int YEARS_BEFORE = 2;

    private static final int MONTHS_OF_QUARTER = 3;
    private static final Pattern MONTH = Pattern.compile("((?:19|20)[0-9]{2})-M?(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("((?:19|20)[0-9]{2})-Q([1-4])");

    private static final Pattern DAY = Pattern.compile("(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");

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

    /// The first day of a period in the notation of SDMX: `2026-10` or `2026-M10`, `2026-Q4`, or a day of an irregular
    /// series.
    ///
    /// @throws SourceFault where it is not one of this frequency
    public static LocalDate firstDay(String period, Frequency frequency) {
        Matcher month = MONTH.matcher(period);
        Matcher quarter = QUARTER.matcher(period);
        if (frequency == Frequency.MONTHLY && month.matches()) {
            return LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
        }
        if (frequency == Frequency.QUARTERLY && quarter.matches()) {
            return quarter(quarter.group(1), quarter.group(2));
        }
        if (frequency == Frequency.IRREGULAR) {
            return day(period);
        }
        throw SourceFault.notUnderstood("\"" + period + "\" is not a period of that frequency");
    }

    /// The first of the calendar years that series are asked for, of three with the present one: the base of a change
    /// over a year, and more.
    public static int firstYear(LocalDate today) {
        return today.getYear() - YEARS_BEFORE;
    }

    /// A day like `2026-11-27`.
    ///
    /// @throws SourceFault where it is none
    public static LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noDay) {
            // falls through to the fault
        }
        throw SourceFault.notUnderstood("\"" + text + "\" is not a day");
    }

    /// The first day of a quarter.
    ///
    /// @param year in digits
    /// @param quarter 1 to 4
    public static LocalDate quarter(String year, String quarter) {
        return LocalDate.of(Integer.parseInt(year), (Integer.parseInt(quarter) - 1) * MONTHS_OF_QUARTER + 1, 1);
    }
}
