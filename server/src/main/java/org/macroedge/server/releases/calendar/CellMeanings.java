package org.macroedge.server.releases.calendar;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the cells of all files of an import mean by their profile, each text worked out once. Thread-safe.
final class CellMeanings {

    private final Remembered<CalendarProfile.Heading, CalendarProfile.Meant> headings;
    private final Map<NumberUnit, Remembered<String, Optional<BigDecimal>>> numbers = new EnumMap<>(NumberUnit.class);

    CellMeanings(CalendarProfile profile) {
        this.headings = new Remembered<>(profile::meant);
        for (NumberUnit unit : NumberUnit.values()) {
            numbers.put(unit, new Remembered<>(text -> profile.values().number(text, unit)));
        }
    }

    CalendarProfile.Meant heading(String area, String title) {
        return headings.of(new CalendarProfile.Heading(area, title));
    }

    /// A number; null where the text is none.
    ///
    /// @param unit of a number without a suffix of its own
    @Nullable
    BigDecimal number(String text, NumberUnit unit) {
        return text.isEmpty()
                ? null
                : Objects.requireNonNull(numbers.get(unit)).of(text).orElse(null);
    }
}
