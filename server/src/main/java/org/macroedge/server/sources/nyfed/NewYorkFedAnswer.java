package org.macroedge.server.sources.nyfed;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads the days of a reference rate: each has `effectiveDate`, `type` and the fields of the rate.
final class NewYorkFedAnswer {

    private NewYorkFedAnswer() {}

    /// The path of the rate in a key like `unsecured/effr/targetRateTo`.
    static String rate(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    static List<Observation> read(Payload payload, List<String> keys) {
        JsonNode days = list(JsonFields.read(payload.body()), "refRates");
        List<Observation> figures = new ArrayList<>();
        for (String key : keys) {
            figures.addAll(figures(days, key, new Periods(key, payload)));
        }
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private static List<Observation> figures(JsonNode days, String key, Periods periods) {
        String rate = rate(key);
        String type = rate.substring(rate.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        List<Observation> figures = new ArrayList<>();
        for (JsonNode day : days) {
            if (!text(day, "type").equals(type)) {
                throw SourceFault.notUnderstood("it has rates other than " + type);
            }
            LocalDate date = Periods.day(text(day, "effectiveDate"));
            periods.add(date);
            JsonNode value = field(day, key.substring(rate.length() + 1));
            if (!value.isNumber()) {
                throw SourceFault.notUnderstood("the rate of " + date + " is not a number");
            }
            figures.add(new Observation(
                    key,
                    Frequency.IRREGULAR,
                    date,
                    JsonFields.number(value.decimalValue().toPlainString())));
        }
        return figures;
    }
}
