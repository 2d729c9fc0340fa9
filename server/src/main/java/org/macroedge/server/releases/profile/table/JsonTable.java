package org.macroedge.server.releases.profile.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.RowFault.Reason;
import org.macroedge.server.releases.intake.RowMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// A list of objects, each a row; a column is a property, with dots between the levels of nested objects.
final class JsonTable implements Table {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // each row is followed by others
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int MOST_NAMES = 1_000;
    private static final int MOST_DIGITS = 100;

    private final JsonParser parser;
    private final List<String> path;
    private final List<String> wanted;
    private final Set<String> missing;
    private final Set<String> seen = new HashSet<>();
    private final JsonPlace place = new JsonPlace();
    private long number;

    JsonTable(InputStream bytes, TableLayout layout, List<String> wanted) throws IOException {
        this.path = layout.path().isEmpty() ? List.of() : List.of(layout.path().split("\\."));
        this.wanted = wanted;
        this.missing = new HashSet<>(wanted);
        missing.removeAll(layout.optional());
        this.parser = MAPPER.createParser(new TextReader(bytes, layout.encoding(), place));
        try {
            descend(layout.path());
        } catch (JacksonException fault) {
            throw tableFault(fault);
        }
    }

    private void descend(String path) throws TableFault {
        JsonToken token = parser.nextToken();
        for (String property : this.path) {
            token = token == JsonToken.START_OBJECT ? property(property) : null;
            if (token == null) {
                throw new TableFault(1, TableMessage.NO_PATH, path);
            }
        }
        if (token != JsonToken.START_ARRAY) {
            throw path.isEmpty()
                    ? new TableFault(1, TableMessage.NO_LIST)
                    : new TableFault(1, TableMessage.NO_LIST_AT_PATH, path);
        }
    }

    /// The first token of a property's value; null where the object does not have it.
    private @Nullable JsonToken property(String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        return null;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                checkEnd();
                checkColumns();
                return null;
            }
            number++;
            place.startRow();
            return row(MAPPER.readTree(parser));
        } catch (JacksonException fault) {
            throw tableFault(fault);
        } catch (NumberFormatException exponent) {
            throw new TableFault(place.line(), TableMessage.BEYOND_LIMITS);
        }
    }

    private TableRow row(JsonNode node) {
        if (!node.isObject()) {
            RowMismatch mismatch = new RowMismatch(Reason.FIELD_COUNT, RowMessage.NOT_AN_OBJECT.text());
            return new TableRow(number, List.of(), mismatch, node::toString);
        }
        List<String> cells = new ArrayList<>(wanted.size());
        for (String name : wanted) {
            JsonNode value = value(node, name);
            if (value != null && !missing.isEmpty()) {
                missing.remove(name);
            }
            cells.add(value == null ? "" : text(value));
        }
        if (!missing.isEmpty() && seen.size() < MOST_NAMES) {
            seen.addAll(node.propertyNames());
        }
        return new TableRow(number, cells, null, node::toString);
    }

    private static @Nullable JsonNode value(JsonNode object, String name) {
        JsonNode whole = object.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        JsonNode inner = object.get(name.substring(0, dot));
        return inner == null ? null : value(inner, name.substring(dot + 1));
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isNumber()) {
            return value.isString() ? value.stringValue() : value.toString();
        }
        BigDecimal number = value.decimalValue();
        return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    /// A property that no row has is a wrong name; one that some rows lack is empty there.
    private void checkColumns() throws TableFault {
        if (number > 0 && !missing.isEmpty()) {
            throw new TableFault(
                    1,
                    TableMessage.NO_PROPERTY,
                    missing.stream().sorted().findFirst().orElseThrow(),
                    Header.listed(seen.stream().sorted().toList()));
        }
    }

    /// What follows the list must be JSON too, and not name the list again: a file that was cut off or joined with
    /// another is not complete.
    private void checkEnd() throws TableFault {
        int depth = path.size();
        while (!parser.streamReadContext().inRoot()) {
            JsonToken token = parser.nextToken();
            int now = parser.streamReadContext().getNestingDepth();
            depth = Math.min(depth, now);
            if (token == JsonToken.PROPERTY_NAME
                    && now == depth
                    && parser.currentName().equals(path.get(depth - 1))) {
                throw new TableFault(
                        parser.currentLocation().getLineNr(), TableMessage.PROPERTY_TWICE, parser.currentName());
            }
        }
        if (parser.nextToken() != null) {
            throw new TableFault(parser.currentLocation().getLineNr(), TableMessage.VALUE_AFTER_END);
        }
    }

    private IOException tableFault(JacksonException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TableFault known) {
                return known;
            }
        }
        long line = fault.getLocation() == null
                ? 1
                : Math.max(1, fault.getLocation().getLineNr());
        return new TableFault(line, message(fault));
    }

    private static TableMessage message(JacksonException fault) {
        return switch (fault) {
            case UnexpectedEndOfInputException cut -> TableMessage.CUT_OFF_JSON;
            case StreamConstraintsException much -> TableMessage.BEYOND_LIMITS;
            case MismatchedInputException twice -> TableMessage.ROW_WITH_DUPLICATE;
            default -> TableMessage.INVALID_JSON;
        };
    }

    @Override
    public List<String> duplicates() {
        return List.of();
    }

    @Override
    public void close() {
        parser.close();
    }
}
