package org.macroedge.server.releases.profile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.FileKind;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.CalendarProfile.TitleFrom;
import org.macroedge.server.releases.profile.table.TableFormat;
import org.macroedge.server.releases.profile.table.TableLayout;

/// Reads a profile from YAML, which the schema `profiles` validates.
public final class ProfileReader {

    private static final Pattern WHOLE_TITLE = Pattern.compile("(.*)", Pattern.DOTALL);

    private static final Set<Meaning> SPREAD =
            EnumSet.of(Meaning.FORECAST_LOW, Meaning.FORECAST_HIGH, Meaning.FORECAST_COUNT);
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private ProfileReader() {}

    /// Finds the profiles that others take titles from.
    @FunctionalInterface
    interface OtherProfiles {

        /// The path of a profile; null where none has the name.
        @Nullable
        Path find(String name);
    }

    /// Reads a profile and reports all faults of its form and of its titles, not only the first. It can take
    /// titles from the profiles beside it.
    ///
    /// @throws CatalogueException with file, line and field where it cannot be used
    public static CalendarProfile read(Path path, Catalogue catalogue) {
        return read(
                YamlDocument.read(path),
                catalogue,
                name -> ProfileFolders.file(path.toAbsolutePath().getParent(), name));
    }

    static CalendarProfile read(YamlEntry root, Catalogue catalogue, OtherProfiles others) {
        List<CatalogueFault> faults = new ArrayList<>(catalogue.schemas().faults(FileKind.PROFILE, root));
        List<Title> titles =
                ProfileTitles.read(root.isMapping() ? root.fields().get("titles") : null, catalogue, faults);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        YamlEntry file = root.field("file");
        Map<Meaning, List<String>> columns = columns(file.field("columns"));
        Map<Meaning, String> constants = constants(root.fields().get("constants"), columns.keySet());
        checkSpread(file.field("columns"), columns.keySet(), constants.keySet());
        ProfileInstants instants = new ProfileInstants(root, columns, constants);
        return new CalendarProfile(
                root.field("source").text(),
                layout(file),
                columns,
                constants,
                titleFrom(file, columns.keySet(), constants.keySet()),
                orElse(file.optional("titlePattern", ProfileReader::titlePattern), WHOLE_TITLE),
                instants.periods(),
                instants.instants(),
                instants.rules(),
                instants.captured(),
                ProfileValues.read(root.fields().get("values")),
                Set.copyOf(texts(root.fields().get("ignore"))),
                orElse(root.optional("forecastKind", kind -> ForecastKind.ofCode(kind.text())), ForecastKind.SURVEY),
                CalendarProfile.byKey(ProfileTitles.joined(titles, borrowed(root, catalogue, others))),
                catalogue::indicator);
    }

    /// The titles of the profile that `titlesFrom` names.
    private static List<Title> borrowed(YamlEntry root, Catalogue catalogue, OtherProfiles others) {
        YamlEntry entry = root.fields().get("titlesFrom");
        if (entry == null) {
            return List.of();
        }
        Path path = others.find(entry.text());
        if (path == null) {
            throw entry.failure(ProfileMessage.UNKNOWN_PROFILE, entry.text());
        }
        YamlEntry other = YamlDocument.read(path);
        List<CatalogueFault> faults = new ArrayList<>(catalogue.schemas().faults(FileKind.PROFILE, other));
        if (faults.isEmpty() && other.fields().containsKey("titlesFrom")) {
            throw entry.failure(
                    ProfileMessage.TITLES_FROM_SECOND_HAND,
                    entry.text(),
                    other.field("titlesFrom").text());
        }
        List<Title> titles =
                ProfileTitles.read(other.isMapping() ? other.fields().get("titles") : null, catalogue, faults);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return titles;
    }

    private static TableLayout layout(YamlEntry file) {
        TableFormat format =
                orElse(file.optional("format", entry -> Coded.of(TableFormat.class, entry.text())), TableFormat.CSV);
        only(file, "delimiter", format, TableFormat.CSV);
        only(file, "path", format, TableFormat.JSON);
        only(file, "sheet", format, TableFormat.XLSX);
        if (format == TableFormat.JSON && file.fields().containsKey("names")) {
            throw file.field("names").failure(ProfileMessage.NAMES_OF_JSON);
        }
        if (format == TableFormat.XLSX && file.fields().containsKey("encoding")) {
            throw file.field("encoding").failure(ProfileMessage.ENCODING_OF_SPREADSHEET);
        }
        return new TableLayout(
                format,
                orElse(file.optional("compression", YamlEntry::text), "none").equals("gzip"),
                orElse(
                        file.optional("encoding", entry -> entry.as(TableLayout::encoding, TableLayout.ENCODING)),
                        StandardCharsets.UTF_8),
                orElse(
                        file.optional("delimiter", entry -> entry.as(TableLayout::delimiter, TableLayout.DELIMITER)),
                        ','),
                texts(file.fields().get("names")),
                optional(file),
                orElse(file.optional("path", YamlEntry::text), ""),
                file.optional("sheet", YamlEntry::text));
    }

    /// The columns that a file may lack.
    private static Set<String> optional(YamlEntry file) {
        YamlEntry entry = file.fields().get("optional");
        if (entry == null) {
            return Set.of();
        }
        Set<String> columns = new HashSet<>();
        file.field("columns").fields().values().forEach(column -> columns.addAll(texts(column)));
        List<String> names = texts(entry);
        for (String name : names) {
            if (!columns.contains(name)) {
                throw entry.failure(ProfileMessage.OPTIONAL_NOT_READ, name);
            }
        }
        return Set.copyOf(names);
    }

    /// Without a forecast, every row with a low, a high or a count would be faulty.
    private static void checkSpread(YamlEntry entry, Set<Meaning> columns, Set<Meaning> constants) {
        if (columns.contains(Meaning.FORECAST) || constants.contains(Meaning.FORECAST)) {
            return;
        }
        entry.fields().forEach((code, column) -> {
            if (SPREAD.contains(meaning(code))) {
                throw column.failure(ProfileMessage.SPREAD_WITHOUT_FORECAST);
            }
        });
    }

    private static void only(YamlEntry file, String field, TableFormat format, TableFormat expected) {
        if (format != expected && file.fields().containsKey(field)) {
            throw file.field(field).failure(ProfileMessage.OTHER_FORMAT, expected.code(), format.code());
        }
    }

    private static Pattern titlePattern(YamlEntry entry) {
        Pattern pattern = entry.as(Pattern::compile, "a regular expression");
        if (pattern.matcher("").groupCount() == 0) {
            throw entry.failure(ProfileMessage.NO_TITLE_GROUP);
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
            throw entry.failure(ProfileMessage.NO_TITLE_COLUMN);
        }
        if (from == TitleFrom.CONSTANT && !constants.contains(Meaning.TITLE)) {
            throw entry.failure(ProfileMessage.NO_TITLE_CONSTANT);
        }
        if (from != TitleFrom.COLUMN && columns.contains(Meaning.TITLE)) {
            throw entry.failure(ProfileMessage.TITLE_TWICE, entry.text());
        }
        return from;
    }

    private static Map<Meaning, List<String>> columns(YamlEntry entry) {
        Map<Meaning, List<String>> columns = new EnumMap<>(Meaning.class);
        entry.fields().forEach((code, column) -> columns.put(meaning(code), texts(column)));
        return columns;
    }

    private static Map<Meaning, String> constants(@Nullable YamlEntry entry, Set<Meaning> columns) {
        Map<Meaning, String> constants = new EnumMap<>(Meaning.class);
        if (entry != null) {
            entry.fields().forEach((code, text) -> {
                if (columns.contains(meaning(code))) {
                    throw text.failure(ProfileMessage.CONSTANT_TWICE);
                }
                constants.put(meaning(code), text.text());
            });
        }
        return constants;
    }

    private static Meaning meaning(String code) {
        return Meaning.valueOf(CAPITAL.matcher(code).replaceAll("_$0").toUpperCase(Locale.ROOT));
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
