package org.macroedge.server.sources.statcan;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads an answer of the Web Data Service: a list with one object for each vector.
final class StatCanAnswer {

    private static final String SUCCESS = "SUCCESS";
    private static final int MONTHLY = 6;
    private static final int QUARTERLY = 9;
    private static final int MONTHS_OF_QUARTER = 3;

    /// The service's codes are powers of ten, up to billions.
    private static final int LARGEST_SCALE = 9;

    private StatCanAnswer() {}

    static List<Observation> read(Payload payload, List<String> keys) {
        JsonNode answer = JsonFields.read(payload.body());
        if (!answer.isArray()) {
            throw SourceFault.notUnderstood("it is not a list of vectors");
        }
        List<Observation> observations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String refused = "";
        for (JsonNode vector : answer) {
            if (!text(vector, "status").equals(SUCCESS)) {
                refused =
                        text(vector, "status") + ": " + field(vector, "object").asString("");
                continue;
            }
            JsonNode object = field(vector, "object");
            String key = String.valueOf(whole(object, "vectorId"));
            if (!keys.contains(key) || !seen.add(key)) {
                throw SourceFault.notUnderstood("vector " + key + " was not asked for, or comes twice");
            }
            observations.addAll(figures(key, list(object, "vectorDataPoint"), new Periods(key, payload)));
        }
        if (observations.isEmpty()) {
            throw refused.isEmpty() ? SourceFault.noRows() : SourceFault.refused(refused);
        }
        return observations;
    }

    private static List<Observation> figures(String key, JsonNode points, Periods periods) {
        List<Observation> figures = new ArrayList<>();
        for (JsonNode point : points) {
            Frequency frequency = frequency(whole(point, "frequencyCode"));
            LocalDate first = firstDay(text(point, "refPer"), frequency);
            periods.add(first);
            JsonNode value = field(point, "value");
            if (!value.isNull()) {
                figures.add(new Observation(key, frequency, first, scaled(value, whole(point, "scalarFactorCode"))));
            }
        }
        return figures;
    }

    private static BigDecimal scaled(JsonNode value, int scale) {
        if (!value.isNumber() || scale < 0 || scale > LARGEST_SCALE) {
            throw SourceFault.notUnderstood("`value` is not a number, or `scalarFactorCode` not a power of ten");
        }
        return new BigDecimal(value.decimalValue().scaleByPowerOfTen(scale).toPlainString());
    }

    private static int whole(JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (!value.isInt()) {
            throw SourceFault.notUnderstood("`" + name + "` is not a whole number");
        }
        return value.asInt();
    }

    private static Frequency frequency(int code) {
        return switch (code) {
            case MONTHLY -> Frequency.MONTHLY;
            case QUARTERLY -> Frequency.QUARTERLY;
            default -> throw SourceFault.notUnderstood("`frequencyCode` " + code + " is neither monthly nor quarterly");
        };
    }

    private static LocalDate firstDay(String text, Frequency frequency) {
        try {
            LocalDate date = LocalDate.parse(text);
            boolean begins = date.getDayOfMonth() == 1
                    && (frequency == Frequency.MONTHLY || date.getMonthValue() % MONTHS_OF_QUARTER == 1);
            if (begins) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // falls through to the fault
        }
        throw SourceFault.notUnderstood("\"" + text + "\" is not the first day of a period");
    }
}
