package org.macroedge.server.releases.profile.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a calendar writes the period that a release describes: as a date, or as a month or quarter with or without
/// its year.
///
/// @param patterns tried in order
/// @param missing texts that say that there is none; the empty text always does
public record PeriodTexts(List<DateTimeFormatter> patterns, Set<String> missing) {

    /// Dates like 2021-08-01.
    public static final PeriodTexts DATES = new PeriodTexts(List.of(DateTimeFormatter.ISO_LOCAL_DATE), Set.of());

    private static final String PERIOD_LETTERS = "MLQqDd";

    /// A month is announced, at the earliest, in the month before it.
    private static final int MONTHS_AHEAD = 1;

    public PeriodTexts {
        patterns = List.copyOf(patterns);
        missing = Set.copyOf(missing);
    }

    /// @throws IllegalArgumentException where a pattern reads neither a month nor a quarter
    public static DateTimeFormatter pattern(String pattern, Locale locale) {
        if (!InstantPattern.hasLetters(pattern, PERIOD_LETTERS)) {
            throw new IllegalArgumentException(pattern + " reads neither a month nor a quarter");
        }
        return InstantPattern.strict(pattern, locale);
    }

    public boolean isMissing(String text) {
        return text.isEmpty() || missing.contains(text);
    }

    /// The first day of the period of a text; null where no pattern reads it.
    ///
    /// @param released when the release is dated: a period without a year is the last that had begun a month later
    public @Nullable LocalDate read(String text, LocalDate released) {
        for (DateTimeFormatter pattern : patterns) {
            try {
                return start(pattern.parse(text), released);
            } catch (DateTimeException other) {
                continue;
            }
        }
        return null;
    }

    private static LocalDate start(TemporalAccessor parsed, LocalDate released) {
        if (parsed.isSupported(ChronoField.EPOCH_DAY)) {
            return LocalDate.from(parsed);
        }
        Month month = parsed.isSupported(ChronoField.MONTH_OF_YEAR)
                ? Month.from(parsed)
                : Month.of(Math.toIntExact(parsed.getLong(IsoFields.QUARTER_OF_YEAR)) * 3 - 2);
        if (parsed.isSupported(ChronoField.YEAR)) {
            return LocalDate.of(Math.toIntExact(parsed.getLong(ChronoField.YEAR)), month, 1);
        }
        LocalDate latest = released.plusMonths(MONTHS_AHEAD);
        LocalDate start = LocalDate.of(latest.getYear(), month, 1);
        return start.isAfter(latest) ? start.minusYears(1) : start;
    }
}
