package org.macroedge.server.releases.calendar;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.calendar.CalendarProfile.Meaning;
import org.macroedge.server.releases.calendar.CalendarProfile.Title;

/// Reads a profile from YAML.
public final class ProfileReader {

    private static final Set<String> FIELDS = Set.of(
            "source",
            "file",
            "constants",
            "instant",
            "time",
            "dateOnly",
            "spill",
            "values",
            "ignore",
            "forecastKind",
            "previous",
            "titles");
    private static final Set<String> FILE_FIELDS = Set.of("encoding", "delimiter", "names", "columns", "titlePattern");
    private static final Set<String> INSTANT_FIELDS = Set.of("pattern", "patterns", "locale", "zone");
    private static final Set<String> VALUE_FIELDS =
            Set.of("missing", "decimal", "grouping", "suffixes", "bounds", "compound");

    private static final Pattern WHOLE_TITLE = Pattern.compile("(.*)");

    private ProfileReader() {}

    /// Reads a profile.
    ///
    /// @throws org.macroedge.server.catalogue.CatalogueException with file, line and field where it cannot be
    /// used
    public static CalendarProfile read(Path path, Catalogue catalogue) {
        YamlEntry root = YamlEntry.read(path);
        root.allow(FIELDS);
        YamlEntry file = root.field("file");
        file.allow(FILE_FIELDS);
        YamlEntry spill = root.fields().get("spill");
        return new CalendarProfile(
                root.field("source").text(),
                orElse(
                        file.optional("encoding", entry -> entry.as(Charset::forName, "an encoding like UTF-8")),
                        StandardCharsets.UTF_8),
                orElse(file.optional("delimiter", ProfileReader::letter), ','),
                texts(file.fields().get("names")),
                columns(file.field("columns")),
                constants(root.fields().get("constants")),
                orElse(file.optional("titlePattern", ProfileReader::titlePattern), WHOLE_TITLE),
                instants(root),
                orElse(root.optional("time", ProfileReader::rule), "source").equals("catalogue"),
                spill == null ? null : spill.field("backwardJumpDays").integer(),
                values(root.fields().get("values")),
                Set.copyOf(texts(root.fields().get("ignore"))),
                orElse(
                        root.optional("forecastKind", kind -> kind.as(ForecastKind::ofCode, "a kind of forecast")),
                        ForecastKind.SURVEY),
                CalendarProfile.byKey(titles(root, catalogue)),
                catalogue::indicator);
    }

    private static Pattern titlePattern(YamlEntry entry) {
        Pattern pattern = entry.as(Pattern::compile, "a regular expression");
        if (pattern.matcher("").groupCount() == 0) {
            throw entry.wrong("has no group for the title, as in \"(.+?)( \\([A-Z][a-z]{2}\\))?\"");
        }
        return pattern;
    }

    private static String rule(YamlEntry entry) {
        return entry.as(
                text -> switch (text) {
                    case "source", "catalogue" -> text;
                    default -> throw new IllegalArgumentException(text);
                },
                "source or catalogue");
    }

    private static char letter(YamlEntry entry) {
        return entry.as(
                text -> {
                    if (text.length() != 1) {
                        throw new IllegalArgumentException(text);
                    }
                    return text.charAt(0);
                },
                "a single character");
    }

    private static Map<Meaning, List<String>> columns(YamlEntry entry) {
        Map<Meaning, List<String>> columns = new EnumMap<>(Meaning.class);
        entry.fields().forEach((code, column) -> columns.put(meaning(code, column), texts(column)));
        for (Meaning needed : List.of(Meaning.INSTANT, Meaning.ACTUAL)) {
            if (!columns.containsKey(needed)) {
                throw entry.wrong("names no column for " + needed.name().toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static Map<Meaning, String> constants(@Nullable YamlEntry entry) {
        Map<Meaning, String> constants = new EnumMap<>(Meaning.class);
        if (entry != null) {
            entry.fields().forEach((code, text) -> constants.put(meaning(code, text), text.text()));
        }
        return constants;
    }

    private static Meaning meaning(String code, YamlEntry entry) {
        for (Meaning meaning : Meaning.values()) {
            if (meaning.name().toLowerCase(Locale.ROOT).equals(code)) {
                return meaning;
            }
        }
        throw entry.wrong(
                "is no meaning of a column; known are area, title, indicator, instant, clock, period, actual, "
                        + "forecast, previous, event");
    }

    private static CalendarInstants instants(YamlEntry root) {
        YamlEntry entry = root.field("instant");
        entry.allow(INSTANT_FIELDS);
        Locale locale = orElse(entry.optional("locale", text -> Locale.forLanguageTag(text.text())), Locale.ENGLISH);
        List<YamlEntry> written = entry.fields().containsKey("patterns")
                ? entry.field("patterns").entries()
                : List.of(entry.field("pattern"));
        List<DateTimeFormatter> patterns = new ArrayList<>();
        written.forEach(one -> patterns.add(one.as(text -> pattern(text, locale), "a pattern of a date and time")));
        return new CalendarInstants(
                List.copyOf(patterns),
                orElse(entry.optional("zone", zone -> zone.as(ZoneId::of, "a zone or offset")), ZoneOffset.UTC),
                new HashSet<>(texts(root.fields().get("dateOnly"))));
    }

    private static DateTimeFormatter pattern(String text, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(text)
                .toFormatter(locale);
    }

    private static CalendarValues values(@Nullable YamlEntry entry) {
        if (entry == null) {
            return new CalendarValues(Set.of(), '.', ',', Map.of("%", 0), 0);
        }
        entry.allow(VALUE_FIELDS);
        Map<String, Integer> suffixes = new TreeMap<>();
        YamlEntry written = entry.fields().get("suffixes");
        if (written != null) {
            written.fields().forEach((suffix, power) -> suffixes.put(suffix.toUpperCase(Locale.ROOT), power.integer()));
        }
        return new CalendarValues(
                Set.copyOf(texts(entry.fields().get("missing"))),
                orElse(entry.optional("decimal", ProfileReader::letter), '.'),
                orElse(entry.optional("grouping", ProfileReader::letter), ','),
                Map.copyOf(suffixes),
                orElse(entry.optional("compound", ProfileReader::part), 0));
    }

    private static int part(YamlEntry entry) {
        return entry.as(
                text -> switch (text) {
                    case "first" -> 0;
                    case "second" -> 1;
                    default -> throw new IllegalArgumentException(text);
                },
                "first or second");
    }

    private static List<Title> titles(YamlEntry root, Catalogue catalogue) {
        YamlEntry entry = root.fields().get("titles");
        return entry == null
                ? List.of()
                : entry.entries().stream().map(title -> title(title, catalogue)).toList();
    }

    private static Title title(YamlEntry entry, Catalogue catalogue) {
        entry.allow(Set.of("area", "title", "indicator", "from", "to"));
        YamlEntry indicator = entry.field("indicator");
        return new Title(
                orElse(entry.optional("area", YamlEntry::text), ""),
                entry.field("title").text(),
                catalogue
                        .indicator(indicator.text())
                        .orElseThrow(() -> indicator.wrong("\"" + indicator.text() + "\" is the id of no indicator")),
                entry.optional("from", YamlEntry::date),
                entry.optional("to", YamlEntry::date));
    }

    private static List<String> texts(@Nullable YamlEntry entry) {
        if (entry == null) {
            return List.of();
        }
        return entry.isList() ? entry.entries().stream().map(YamlEntry::text).toList() : List.of(entry.text());
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
