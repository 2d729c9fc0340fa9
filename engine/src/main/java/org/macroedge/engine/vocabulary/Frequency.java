package org.macroedge.engine.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How often an indicator is published. Policy meetings are irregular.
public enum Frequency implements Coded {
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    IRREGULAR;

    private static final int MONTHS_OF_QUARTER = 3;

    /// The first day of the week, month or quarter of a day; the day itself where it is irregular.
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
            case IRREGULAR -> day;
        };
    }

    /// The day as many weeks, months or quarters before a day; a negative number counts forward. Of a first day, the
    /// first day of another period.
    ///
    /// @throws IllegalArgumentException where it is irregular and the number is not 0
    public LocalDate before(LocalDate day, int periods) {
        return switch (this) {
            case WEEKLY -> day.minusWeeks(periods);
            case MONTHLY -> day.minusMonths(periods);
            case QUARTERLY -> day.minusMonths((long) MONTHS_OF_QUARTER * periods);
            case IRREGULAR -> {
                if (periods != 0) {
                    throw new IllegalArgumentException("periods of no fixed length have none before");
                }
                yield day;
            }
        };
    }

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Frequency ofCode(String code) {
        return Coded.of(Frequency.class, code);
    }
}
