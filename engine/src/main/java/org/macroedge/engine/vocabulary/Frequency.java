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

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Frequency ofCode(String code) {
        return Coded.of(Frequency.class, code);
    }
}
