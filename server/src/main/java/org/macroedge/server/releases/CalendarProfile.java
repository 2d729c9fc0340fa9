package org.macroedge.server.releases;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.YamlEntry;

/// How a calendar file is laid out: which column says what, in which zone, and which indicator a title means.
///
/// @param columns the file's name of each of area, title, actual, forecast, previous, instant and clock
/// @param dateOnly texts of the clock column that say there is no hour
/// @param spillDays a jump back by more days than this starts rows that belong to the next year
/// @param suffixes the power of ten that each suffix multiplies by
public record CalendarProfile(
        String source,
        Map<String, String> columns,
        DateTimeFormatter pattern,
        ZoneId zone,
        Set<String> dateOnly,
        int spillDays,
        Map<String, Integer> suffixes,
        ForecastKind forecastKind,
        List<Title> titles) {

    /// A title of a calendar and the indicator that it means between two local dates, both included.
    public record Title(
            String area,
            String title,
            Indicator indicator,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean means(String otherArea, String otherTitle, LocalDate date) {
            return area.equals(otherArea)
                    && title.equals(otherTitle)
                    && (from == null || !date.isBefore(from))
                    && (to == null || !date.isAfter(to));
        }
    }

    /// Reads a profile.
    ///
    /// @throws org.macroedge.server.catalogue.CatalogueException with file, line and field where it cannot be used
    public static CalendarProfile read(Path file, Catalogue catalogue) {
        YamlEntry root = YamlEntry.read(file);
        root.allow(Set.of(
                "source",
                "file",
                "instant",
                "time",
                "dateOnly",
                "spill",
                "values",
                "forecastKind",
                "previous",
                "titles"));
        Map<String, String> columns = new TreeMap<>();
        root.field("file").field("columns").fields().forEach((name, column) -> columns.put(name, column.text()));
        Map<String, Integer> suffixes = new TreeMap<>();
        root.field("values")
                .field("suffixes")
                .fields()
                .forEach((suffix, power) -> suffixes.put(suffix, power.integer()));
        Set<String> dateOnly = new HashSet<>();
        root.field("dateOnly").entries().forEach(text -> dateOnly.add(text.text()));
        YamlEntry instant = root.field("instant");
        return new CalendarProfile(
                root.field("source").text(),
                columns,
                instant.field("pattern")
                        .as(text -> DateTimeFormatter.ofPattern(text, Locale.ROOT), "a pattern of a date and time"),
                instant.field("zone").as(ZoneId::of, "a zone or offset"),
                dateOnly,
                root.field("spill").field("backwardJumpDays").integer(),
                suffixes,
                root.field("forecastKind").as(ForecastKind::ofCode, "a kind of forecast"),
                root.field("titles").entries().stream()
                        .map(entry -> title(entry, catalogue))
                        .toList());
    }

    private static Title title(YamlEntry entry, Catalogue catalogue) {
        entry.allow(Set.of("area", "title", "indicator", "from", "to"));
        YamlEntry indicator = entry.field("indicator");
        return new Title(
                entry.field("area").text(),
                entry.field("title").text(),
                catalogue
                        .indicator(indicator.text())
                        .orElseThrow(() -> indicator.wrong("\"" + indicator.text() + "\" is the id of no indicator")),
                entry.optional("from", YamlEntry::date),
                entry.optional("to", YamlEntry::date));
    }
}
