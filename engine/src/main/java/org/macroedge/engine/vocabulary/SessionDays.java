package org.macroedge.engine.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// On which days an instrument has a close. Holidays are not known: on one of them, a close is missing.
public enum SessionDays implements Coded {
    /// From Monday to Friday.
    WEEKDAYS,
    /// Every day, as cryptocurrencies have.
    DAILY;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static SessionDays ofCode(String code) {
        return Coded.of(SessionDays.class, code);
    }

    /// The days of a class of instruments.
    public static SessionDays of(AssetClass instruments) {
        return instruments == AssetClass.CRYPTO ? DAILY : WEEKDAYS;
    }

    /// Whether a date is one of these days.
    public boolean contains(LocalDate date) {
        return this == DAILY || date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
