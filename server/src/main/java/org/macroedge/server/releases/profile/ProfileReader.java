package org.macroedge.server.releases.profile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.FileKind;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.CalendarProfile.Title;
import org.macroedge.server.releases.profile.CalendarProfile.TitleFrom;

/// Reads a profile from YAML, which the schema `profiles` validates.
public final class ProfileReader {

    private static final Pattern WHOLE_TITLE = Pattern.compile("(.*)");

    private ProfileReader() {}

    /// Reads a profile and reports all faults of its form and of its titles, not only the first.
    ///
    /// @throws CatalogueException with file, line and field where it cannot be used
    public static CalendarProfile read(Path path, Catalogue catalogue) {
        YamlEntry root = YamlEntry.read(path);
        List<CatalogueFault> faults = new ArrayList<>(catalogue.schemas().faults(FileKind.PROFILE, root));
        List<Title> titles =
                ProfileTitles.read(root.isMapping() ? root.fields().get("titles") : null, catalogue, faults);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        YamlEntry file = root.field("file");
        Map<Meaning, List<String>> columns = columns(file.field("columns"));
        Map<Meaning, String> constants = constants(root.fields().get("constants"));
        YamlEntry spill = root.fields().get("spill");
        return new CalendarProfile(
                root.field("source").text(),
                orElse(
                        file.optional("encoding", entry -> entry.as(Charset::forName, "an encoding like UTF-8")),
                        StandardCharsets.UTF_8),
                orElse(file.optional("delimiter", ProfileValues::letter), ','),
                texts(file.fields().get("names")),
                columns,
                constants,
                titleFrom(file, columns.keySet(), constants.keySet()),
                orElse(file.optional("titlePattern", ProfileReader::titlePattern), WHOLE_TITLE),
                ProfileInstants.read(root, columns.keySet(), constants.keySet()),
                orElse(root.optional("time", YamlEntry::text), "source").equals("catalogue"),
                spill == null ? null : spill.field("backwardJumpDays").integer(),
                ProfileValues.read(root.fields().get("values")),
                Set.copyOf(texts(root.fields().get("ignore"))),
                orElse(root.optional("forecastKind", kind -> ForecastKind.ofCode(kind.text())), ForecastKind.SURVEY),
                CalendarProfile.byKey(titles),
                catalogue::indicator);
    }

    private static Pattern titlePattern(YamlEntry entry) {
        Pattern pattern = entry.as(Pattern::compile, "a regular expression");
        if (pattern.matcher("").groupCount() == 0) {
            throw entry.failure("has no group for the title, as in \"(.+?)( \\([A-Z][a-z]{2}\\))?\"");
        }
        return pattern;
    }

    private static TitleFrom titleFrom(YamlEntry file, Set<Meaning> columns, Set<Meaning> constants) {
        YamlEntry entry = file.fields().get("titleFrom");
        if (entry == null) {
            return columns.contains(Meaning.TITLE) ? TitleFrom.COLUMN : TitleFrom.CONSTANT;
        }
        TitleFrom from = TitleFrom.valueOf(entry.text().toUpperCase(Locale.ROOT).replace('-', '_'));
        if (from == TitleFrom.COLUMN && !columns.contains(Meaning.TITLE)) {
            throw entry.failure("is column, and columns name none for title");
        }
        if (from == TitleFrom.CONSTANT && !constants.contains(Meaning.TITLE)) {
            throw entry.failure("is constant, and constants hold no title");
        }
        if (from != TitleFrom.COLUMN && columns.contains(Meaning.TITLE)) {
            throw entry.failure("is " + entry.text() + ", and columns name one for title too");
        }
        return from;
    }

    private static Map<Meaning, List<String>> columns(YamlEntry entry) {
        Map<Meaning, List<String>> columns = new EnumMap<>(Meaning.class);
        entry.fields().forEach((code, column) -> columns.put(meaning(code), texts(column)));
        return columns;
    }

    private static Map<Meaning, String> constants(@Nullable YamlEntry entry) {
        Map<Meaning, String> constants = new EnumMap<>(Meaning.class);
        if (entry != null) {
            entry.fields().forEach((code, text) -> constants.put(meaning(code), text.text()));
        }
        return constants;
    }

    private static Meaning meaning(String code) {
        return Meaning.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// The texts of an entry that is one text or a list of them; none where it is absent.
    static List<String> texts(@Nullable YamlEntry entry) {
        if (entry == null) {
            return List.of();
        }
        return entry.isList() ? entry.entries().stream().map(YamlEntry::text).toList() : List.of(entry.text());
    }

    static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
