package org.macroedge.server.releases.profile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// A title of a calendar and the indicator that it means between two local dates, both included.
///
/// @param when the texts that other columns of its rows have, by column: they tell titles that read the same
/// apart
/// @param unit of numbers without a suffix; null where the profile declares none, so that a suffix that
/// contradicts the indicator's unit is a fault
public record Title(
        String area,
        String title,
        Map<String, Set<String>> when,
        @Nullable NumberUnit unit,
        Indicator indicator,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    boolean holdsOn(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /// Whether a row is of this title, by its other columns.
    ///
    /// @param cells gives the text of a column
    boolean fits(UnaryOperator<String> cells) {
        return when.isEmpty()
                || when.entrySet().stream()
                        .allMatch(column -> column.getValue().contains(cells.apply(column.getKey())));
    }

    /// Whether two titles hold on one date.
    boolean overlaps(Title other) {
        return (to == null || other.from == null || !other.from.isAfter(to))
                && (other.to == null || from == null || !from.isAfter(other.to));
    }

    /// Whether no row can be of both titles, because they ask for different texts in one column.
    boolean excludes(Title other) {
        return when.entrySet().stream()
                .anyMatch(column -> other.when.containsKey(column.getKey())
                        && Collections.disjoint(column.getValue(), other.when.get(column.getKey())));
    }

    String key() {
        return key(area, title);
    }

    static String key(String area, String title) {
        return area + '|' + title;
    }
}
