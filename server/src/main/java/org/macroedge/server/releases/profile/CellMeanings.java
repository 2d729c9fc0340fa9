package org.macroedge.server.releases.profile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the cells of all files of an import mean by their profile; each text is worked out once. Thread-safe.
final class CellMeanings {

    private final Cached<CalendarProfile.Heading, CalendarProfile.HeadingMeaning> headings;
    private final Map<NumberUnit, Cached<String, Optional<CellNumber>>> numbers = new EnumMap<>(NumberUnit.class);

    CellMeanings(CalendarProfile profile) {
        this.headings = new Cached<>(profile::meaning);
        for (NumberUnit unit : NumberUnit.values()) {
            numbers.put(unit, new Cached<>(text -> profile.values().number(text, unit)));
        }
    }

    CalendarProfile.HeadingMeaning heading(String area, String title) {
        return headings.of(new CalendarProfile.Heading(area, title));
    }

    /// The number of a text; null where it is not a number.
    ///
    /// @param unit of a number without a suffix of its own
    @Nullable
    CellNumber number(String text, NumberUnit unit) {
        return text.isEmpty()
                ? null
                : Objects.requireNonNull(numbers.get(unit)).of(text).orElse(null);
    }
}
