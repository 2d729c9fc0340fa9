package org.macroedge.server.sources.bea;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads a table of the bureau: `BEAAPI.Results.Data`, one row a series and period, with texts alone. A refusal comes
/// with status 200, as `Error` in `BEAAPI` or in its `Results`. Only the rows of the series that were asked for are
/// read; one of the same code in another table, or in units of another size, is a fault of the source.
final class BeaAnswer {

    private static final Pattern PERIOD = Pattern.compile("((?:19|20)[0-9]{2})(?:M(0[1-9]|1[0-2])|Q([1-4]))");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Set<String> NONE = Set.of("(NA)", "(NM)", "---", "...", "");
    private static final String ONES = "0";
    private static final String MILLIONS = "6";

    private final Map<String, String> keysByCode = new HashMap<>();
    private final Map<String, Periods> periods = new HashMap<>();
    private final Map<String, String> multipliers = new HashMap<>();
    private final BeaKey asked;

    private BeaAnswer(Payload payload, List<String> keys) {
        this.asked = BeaKey.of(keys.getFirst());
        keys.forEach(key -> {
            keysByCode.put(BeaKey.of(key).code(), key);
            periods.put(key, new Periods(key, payload));
        });
    }

    static List<Observation> read(Payload payload, List<String> keys) {
        JsonNode answer = JsonFields.field(JsonFields.read(payload.body()), "BEAAPI");
        refuse(answer.get("Error"));
        JsonNode results = JsonFields.field(answer, "Results");
        refuse(results.get("Error"));
        List<Observation> figures = new ArrayList<>();
        BeaAnswer reader = new BeaAnswer(payload, keys);
        for (JsonNode row : JsonFields.list(results, "Data")) {
            Observation figure = reader.figure(row);
            if (figure != null) {
                figures.add(figure);
            }
        }
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private static void refuse(@Nullable JsonNode error) {
        if (error != null) {
            JsonNode reason = error.path("APIErrorDescription");
            throw SourceFault.refused(reason.isString() ? reason.asString() : error.toString());
        }
    }

    /// Null for a row of another series, and for one without a figure.
    private @Nullable Observation figure(JsonNode row) {
        String key = keysByCode.get(JsonFields.text(row, "SeriesCode"));
        if (key == null) {
            return null;
        }
        String table = JsonFields.text(row, "TableName");
        if (!table.equals(asked.table())) {
            throw SourceFault.notUnderstood("`TableName` is " + table + ", not " + asked.table());
        }
        LocalDate first = firstDay(JsonFields.text(row, "TimePeriod"));
        periods(key).add(first);
        checkMultiplier(key, JsonFields.text(row, "UNIT_MULT"));
        String value = JsonFields.text(row, "DataValue").strip();
        return NONE.contains(value) ? null : new Observation(key, asked.frequency(), first, number(value));
    }

    private Periods periods(String key) {
        return Objects.requireNonNull(periods.get(key));
    }

    private LocalDate firstDay(String text) {
        Matcher period = PERIOD.matcher(text);
        boolean monthly = asked.frequency() == Frequency.MONTHLY;
        if (!period.matches() || (period.group(2) != null) != monthly) {
            throw SourceFault.notUnderstood("\"" + text + "\" is not a period of that frequency");
        }
        return monthly
                ? LocalDate.of(Integer.parseInt(period.group(1)), Integer.parseInt(period.group(2)), 1)
                : Periods.quarter(period.group(1), period.group(3));
    }

    /// Percent changes and index numbers have none, amounts are in millions: another size is another series.
    private void checkMultiplier(String key, String multiplier) {
        if (!(multiplier.equals(ONES) || multiplier.equals(MILLIONS))
                || !multiplier.equals(multipliers.computeIfAbsent(key, first -> multiplier))) {
            throw SourceFault.notUnderstood("`UNIT_MULT` of " + key + " is " + multiplier);
        }
    }

    private static BigDecimal number(String text) {
        return JsonFields.number(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
    }
}
