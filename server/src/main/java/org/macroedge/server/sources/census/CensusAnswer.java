package org.macroedge.server.sources.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads an answer of the Economic Indicators Time Series: a list of rows of texts, of which the first has the
/// names of the columns. Rows with `error_data` are standard errors of the figures.
final class CensusAnswer {

    private final CensusKey series;
    private final Map<String, Integer> columns = new HashMap<>();

    private CensusAnswer(CensusKey series) {
        this.series = series;
    }

    static List<Observation> read(Payload payload, String key) {
        JsonNode answer = JsonFields.read(payload.body());
        if (!answer.isArray() || answer.isEmpty() || !answer.get(0).isArray()) {
            throw SourceFault.notUnderstood("it is not a list of rows");
        }
        CensusAnswer reader = new CensusAnswer(CensusKey.of(key));
        for (JsonNode name : answer.get(0)) {
            reader.columns.putIfAbsent(name.asString(""), reader.columns.size());
        }
        if (reader.columns.size() != answer.get(0).size()) {
            throw SourceFault.notUnderstood("a column comes twice");
        }
        List<Observation> figures = reader.figures(answer, key, new Periods(key, payload));
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private List<Observation> figures(JsonNode answer, String key, Periods periods) {
        List<Observation> figures = new ArrayList<>();
        for (int index = 1; index < answer.size(); index++) {
            JsonNode row = answer.get(index);
            require(row, "category_code", series.category());
            require(row, "data_type_code", series.dataType());
            require(row, "seasonally_adj", series.adjusted());
            String value = cell(row, "cell_value");
            if (isFigure(row) && value != null && !value.isEmpty()) {
                String month = String.valueOf(cell(row, "time"));
                LocalDate first = Periods.firstDay(month, Frequency.MONTHLY);
                periods.add(first);
                figures.add(new Observation(key, Frequency.MONTHLY, first, JsonFields.number(value)));
            }
        }
        return figures;
    }

    private boolean isFigure(JsonNode row) {
        String error = String.valueOf(cell(row, "error_data"));
        return switch (error) {
            case "no" -> true;
            case "yes" -> false;
            default -> throw SourceFault.notUnderstood("`error_data` is \"" + error + "\"");
        };
    }

    private void require(JsonNode row, String name, String value) {
        if (!value.equals(cell(row, name))) {
            throw SourceFault.notUnderstood("`" + name + "` is " + cell(row, name) + ", not " + value);
        }
    }

    private @Nullable String cell(JsonNode row, String name) {
        Integer column = columns.get(name);
        JsonNode cell = column == null ? null : row.get(column);
        if (cell == null || row.size() != columns.size() || !(cell.isString() || cell.isNull())) {
            throw SourceFault.notUnderstood("a row has no text in column `" + name + "`");
        }
        return cell.isNull() ? null : cell.asString();
    }
}
