package org.macroedge.server.releases.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.profile.CalendarInstants.YearFrom;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;

/// Reads how a profile writes instants: `instant` and `dateOnly`.
final class ProfileInstants {

    private static final String IN_ROW = "in-row";
    private static final String QUOTED = "'[^']*'";
    private static final String YEAR_LETTERS = ".*[yu].*";
    private static final String ZONE_LETTERS = ".*[VzOXxZ].*";

    private ProfileInstants() {}

    static CalendarInstants read(YamlEntry root, Set<Meaning> columns, Set<Meaning> constants) {
        YamlEntry entry = root.field("instant");
        Locale locale = ProfileReader.orElse(
                entry.optional("locale", text -> Locale.forLanguageTag(text.text())), Locale.ENGLISH);
        YearFrom year = year(entry, columns, constants);
        List<DateTimeFormatter> patterns = new ArrayList<>();
        for (YamlEntry pattern : patterns(entry)) {
            boolean dated = letters(pattern).matches(YEAR_LETTERS);
            if (dated != (year == YearFrom.PATTERN)) {
                throw pattern.failure(
                        dated ? "has a year, and so has yearFrom" : "has no year; yearFrom says where it stands");
            }
            patterns.add(
                    pattern.as(text -> pattern(dated ? text : text + " uuuu", locale), "a pattern of a date and time"));
        }
        return new CalendarInstants(
                List.copyOf(patterns),
                zone(entry, columns, constants),
                year,
                new HashSet<>(ProfileReader.texts(root.fields().get("dateOnly"))));
    }

    private static List<YamlEntry> patterns(YamlEntry entry) {
        return entry.fields().containsKey("patterns")
                ? entry.field("patterns").entries()
                : List.of(entry.field("pattern"));
    }

    private static String letters(YamlEntry pattern) {
        return pattern.text().replaceAll(QUOTED, "");
    }

    private static YearFrom year(YamlEntry instant, Set<Meaning> columns, Set<Meaning> constants) {
        YamlEntry entry = instant.fields().get("yearFrom");
        if (entry == null) {
            return YearFrom.PATTERN;
        }
        if (entry.text().equals("file-name")) {
            return YearFrom.FILE_NAME;
        }
        if (!columns.contains(Meaning.YEAR) && !constants.contains(Meaning.YEAR)) {
            throw entry.failure("is column, and columns name none for year");
        }
        return YearFrom.COLUMN;
    }

    private static @Nullable ZoneId zone(YamlEntry instant, Set<Meaning> columns, Set<Meaning> constants) {
        YamlEntry entry = instant.fields().get("zone");
        if (entry == null) {
            return ZoneOffset.UTC;
        }
        if (!entry.text().equals(IN_ROW)) {
            return entry.as(ZoneId::of, "a zone or offset, or in-row");
        }
        boolean inColumn = columns.contains(Meaning.ZONE) || constants.contains(Meaning.ZONE);
        if (!inColumn
                && patterns(instant).stream()
                        .noneMatch(pattern -> letters(pattern).matches(ZONE_LETTERS))) {
            throw entry.failure("is in-row, and neither a column for zone nor an offset in a pattern says it");
        }
        return null;
    }

    private static DateTimeFormatter pattern(String text, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(text)
                .toFormatter(locale);
    }
}
