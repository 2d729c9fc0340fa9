package org.macroedge.server.exports.scheduled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueMessage;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.exports.BrokerSymbols;
import org.macroedge.server.exports.CsvDialect;
import org.macroedge.server.exports.ExportForm;
import org.macroedge.server.exports.ExportFormat;
import org.macroedge.server.exports.ExportKind;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.exports.FormNames;
import org.macroedge.server.exports.ReleaseLayout;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.HistoryGrid;

/// Reads what an entry exports, and how: the fields have the names and the values of a request's parameters.
final class RequestReader {

    private static final List<String> OF_EVERY_EXPORT = List.of(
            "id",
            "export",
            "times",
            "zone",
            "output",
            "keep",
            "from",
            "to",
            "columns",
            "format",
            "dialect",
            "serverTime");
    private static final Pattern WEIGHT_SET = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");
    private static final String INSTANT = "a date, or an instant like 2021-09-03T12:30:00Z";

    private final Catalogue catalogue;

    RequestReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ExportRequest request(YamlEntry entry) {
        ExportKind kind = entry.field("export").code(ExportKind.class);
        entry.only(fields(kind));
        ReleaseLayout layout = Objects.requireNonNullElse(
                entry.optional("layout", field -> field.code(ReleaseLayout.class)), ReleaseLayout.ANALYSIS);
        return new ExportRequest(
                kind,
                layout,
                releases(entry),
                entry.optional("index", field -> known(field, "index", catalogue.index(field.text()))),
                Objects.requireNonNullElse(
                        entry.optional(WeightedQuery.WEIGHT_SET, RequestReader::weightSet), WeightedQuery.DEFAULT),
                Objects.requireNonNullElse(
                        entry.optional("at", field -> field.code(HistoryGrid.class)), HistoryGrid.CLOSE),
                Objects.requireNonNullElse(
                        entry.optional("columns", list -> columns(list, kind.columnNames(layout))), List.of()));
    }

    private static List<String> fields(ExportKind kind) {
        List<String> fields = new ArrayList<>(OF_EVERY_EXPORT);
        fields.addAll(
                switch (kind) {
                    case RELEASES -> List.of("indicator", "region", "instrument", "layout");
                    case SURPRISES -> List.of("indicator", "region", "instrument");
                    case BIAS -> List.of("instrument", WeightedQuery.WEIGHT_SET, "at", "symbols", "symbolSuffix");
                    case INDICES -> List.of("index", "at");
                    case PRICES -> List.of("instrument", "symbols", "symbolSuffix");
                });
        return fields;
    }

    private ExportedReleases releases(YamlEntry entry) {
        Instant from = entry.optional("from", field -> field.as(RequestReader::start, INSTANT));
        Instant to = entry.optional("to", field -> field.as(RequestReader::end, INSTANT));
        if (from != null && to != null && from.isAfter(to)) {
            throw entry.field("to").failure(CatalogueMessage.INVALID_ENTRY, "the period ends before it starts");
        }
        return new ExportedReleases(
                entry.optional("indicator", field -> known(field, "indicator", catalogue.indicator(field.text()))),
                entry.optional("region", field -> field.code(Region.class)),
                entry.optional("instrument", field -> known(field, "instrument", catalogue.instrument(field.text()))),
                from,
                to);
    }

    private static Instant start(String text) {
        return Objects.requireNonNull(Instants.readStart("from", text));
    }

    private static Instant end(String text) {
        return Objects.requireNonNull(Instants.read("to", text));
    }

    /// Who may publish weight sets may also take one back, and must not thereby keep a server from starting: one that
    /// is not in force fails the runs of its export alone.
    private static String weightSet(YamlEntry entry) {
        return WeightedQuery.weightSetId(entry.as(RequestReader::idOfWeightSet, "the id of a weight set"));
    }

    private static String idOfWeightSet(String text) {
        if (!WEIGHT_SET.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /// The text, where it names something.
    private static String known(YamlEntry entry, String kind, Optional<?> found) {
        if (found.isEmpty()) {
            throw entry.failure(CatalogueMessage.UNKNOWN_ID, kind, entry.text());
        }
        return entry.text();
    }

    private static List<String> columns(YamlEntry list, List<String> known) {
        List<String> columns = new ArrayList<>();
        for (YamlEntry entry : list.entries()) {
            String column = entry.as(
                    text -> known.stream().filter(text::equals).findFirst().orElseThrow(),
                    "one of " + String.join(", ", known));
            if (columns.contains(column)) {
                throw entry.failure(CatalogueMessage.INVALID_ENTRY, "each column is named once");
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw list.failure(CatalogueMessage.NUMBER_OF_ENTRIES, 0, "1 to " + known.size());
        }
        return columns;
    }

    ExportForm form(YamlEntry entry) {
        ExportFormat format = entry.optional("format", field -> field.code(ExportFormat.class));
        CsvDialect dialect = entry.optional("dialect", field -> field.code(CsvDialect.class));
        try {
            return ExportForm.of(
                    FormNames.REQUEST,
                    format == null ? ExportFormat.CSV : format,
                    new ExportForm.Asked(
                            dialect == null ? CsvDialect.PLAIN : dialect,
                            entry.optional("serverTime", YamlEntry::text),
                            symbols(entry)));
        } catch (MacroEdgeException fault) {
            String message = String.valueOf(fault.getMessage());
            throw named(entry, message).failure(CatalogueMessage.INVALID_ENTRY, message);
        }
    }

    /// The field that a message names; the entry where it has none of them.
    private static YamlEntry named(YamlEntry entry, String message) {
        return Stream.of("symbolSuffix", "symbols", "serverTime", "dialect", "format")
                .filter(name -> message.contains(name) && entry.fields().containsKey(name))
                .findFirst()
                .map(entry::field)
                .orElse(entry);
    }

    private BrokerSymbols symbols(YamlEntry entry) {
        YamlEntry list = entry.fields().get("symbols");
        BrokerSymbols symbols = BrokerSymbols.of(
                FormNames.REQUEST, list == null ? null : list.text(), entry.optional("symbolSuffix", YamlEntry::text));
        for (String instrument : symbols.instruments()) {
            if (list != null && catalogue.instrument(instrument).isEmpty()) {
                throw list.failure(CatalogueMessage.UNKNOWN_ID, "instrument", instrument);
            }
        }
        return symbols;
    }
}
