package org.macroedge.server.prices.profile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.CatalogueSchemas;
import org.macroedge.server.catalogue.FileKind;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.prices.profile.PriceProfile.Meaning;
import org.macroedge.server.prices.profile.PriceProfile.SymbolFrom;
import org.macroedge.server.releases.profile.table.TableFormat;
import org.macroedge.server.releases.profile.table.TableLayout;

/// Reads a profile of prices from YAML, which the schema `price-profiles` validates.
public final class PriceProfileReader {

    private static final String ISO = "uuuu-MM-dd";

    private PriceProfileReader() {}

    /// @throws CatalogueException with file, line and field where it cannot be used
    public static PriceProfile read(Path path, CatalogueSchemas schemas) {
        return read(YamlDocument.read(path), schemas);
    }

    static PriceProfile read(YamlEntry root, CatalogueSchemas schemas) {
        List<CatalogueFault> faults = schemas.faults(FileKind.PRICE_PROFILE, root);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        Map<String, YamlEntry> fields = root.fields();
        Map<Meaning, List<String>> columns = columns(root.field("columns"));
        YamlEntry headers = fields.get("headers");
        return new PriceProfile(
                root.field("source").text(),
                layout(fields.get("file")),
                columns,
                date(fields.get("date")),
                decimal(fields.get("decimal")),
                Set.copyOf(texts(fields.get("missing"))),
                symbolFrom(root, columns),
                headers == null ? Set.of() : Set.copyOf(texts(headers.field("skip"))),
                headers == null ? null : symbolRow(headers));
    }

    private static Map<Meaning, List<String>> columns(YamlEntry entry) {
        Map<Meaning, List<String>> columns = new EnumMap<>(Meaning.class);
        entry.fields().forEach((name, list) -> columns.put(Coded.of(Meaning.class, name), texts(list)));
        return columns;
    }

    private static TableLayout layout(@Nullable YamlEntry file) {
        Map<String, YamlEntry> fields = file == null ? Map.of() : file.fields();
        YamlEntry compression = fields.get("compression");
        YamlEntry encoding = fields.get("encoding");
        YamlEntry delimiter = fields.get("delimiter");
        return new TableLayout(
                TableFormat.CSV,
                compression != null && compression.text().equals("gzip"),
                encoding == null ? StandardCharsets.UTF_8 : encoding.as(TableLayout::encoding, TableLayout.ENCODING),
                delimiter == null ? ',' : delimiter.as(TableLayout::delimiter, TableLayout.DELIMITER),
                List.of(),
                Set.of(),
                "",
                null);
    }

    private static DateTimeFormatter date(@Nullable YamlEntry pattern) {
        return pattern == null
                ? formatter(ISO)
                : pattern.as(PriceProfileReader::formatter, "a pattern like dd.MM.uuuu");
    }

    /// A date must exist: the 31st of June is no date.
    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static char decimal(@Nullable YamlEntry mark) {
        return mark == null ? '.' : mark.as(text -> mark(text), "a point or a comma");
    }

    private static char mark(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw new IllegalArgumentException("the decimal mark is a point or a comma, not " + text);
        }
        return text.charAt(0);
    }

    /// A profile names instruments in a column exactly where its symbols come from it.
    private static SymbolFrom symbolFrom(YamlEntry root, Map<Meaning, List<String>> columns) {
        YamlEntry entry = root.fields().get("symbol");
        boolean named = columns.containsKey(Meaning.INSTRUMENT);
        if (entry == null) {
            return named ? SymbolFrom.INSTRUMENT : SymbolFrom.FILE_NAME;
        }
        SymbolFrom from = entry.as(code -> Coded.of(SymbolFrom.class, code), "a place of the symbol");
        if (named != (from == SymbolFrom.INSTRUMENT)) {
            throw entry.failure(PriceProfileMessage.SYMBOL_AND_INSTRUMENT);
        }
        return from;
    }

    private static @Nullable String symbolRow(YamlEntry headers) {
        YamlEntry row = headers.fields().get("symbol");
        if (row != null && !texts(headers.field("skip")).contains(row.text())) {
            throw row.failure(PriceProfileMessage.SYMBOL_ROW_NOT_SKIPPED, row.text());
        }
        return row == null ? null : row.text();
    }

    private static List<String> texts(@Nullable YamlEntry list) {
        return list == null
                ? List.of()
                : list.entries().stream().map(YamlEntry::text).toList();
    }
}
