package org.macroedge.server.sources.bls;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.number;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads an answer of the Public Data API. A refusal comes with status 200 too.
final class BlsAnswer {

    private static final String SUCCEEDED = "REQUEST_SUCCEEDED";
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("M(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("Q0([1-4])");

    /// Averages of a year or of half a year, and quarters of averages, which no indicator has.
    private static final Pattern AVERAGE = Pattern.compile("M13|Q05|S0[1-3]|A01");

    /// What stands for a figure that the publisher does not have.
    private static final String MISSING = "-";

    private BlsAnswer() {}

    static List<Observation> read(Payload payload, List<String> keys) {
        JsonNode answer = JsonFields.read(payload.body());
        if (!text(answer, "status").equals(SUCCEEDED)) {
            throw SourceFault.refused(text(answer, "status") + messages(answer));
        }
        List<Observation> observations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode series : list(field(answer, "Results"), "series")) {
            String key = text(series, "seriesID");
            if (!keys.contains(key) || !seen.add(key)) {
                throw SourceFault.notUnderstood("series " + key + " was not asked for, or comes twice");
            }
            observations.addAll(figures(key, list(series, "data"), new Periods(key, payload)));
        }
        if (observations.isEmpty()) {
            throw SourceFault.noRows();
        }
        return observations;
    }

    private static String messages(JsonNode answer) {
        StringBuilder messages = new StringBuilder();
        for (JsonNode message : list(answer, "message")) {
            messages.append(": ").append(message.asString(""));
        }
        return messages.toString();
    }

    private static List<Observation> figures(String key, JsonNode data, Periods periods) {
        List<Observation> figures = new ArrayList<>();
        for (JsonNode figure : data) {
            String period = text(figure, "period");
            String value = text(figure, "value");
            if (AVERAGE.matcher(period).matches()) {
                continue;
            }
            Frequency frequency = period.startsWith("Q") ? Frequency.QUARTERLY : Frequency.MONTHLY;
            LocalDate first = firstDay(text(figure, "year"), period);
            periods.add(first);
            if (!value.equals(MISSING)) {
                BigDecimal number = number(value);
                figures.add(new Observation(key, frequency, first, number));
            }
        }
        return figures;
    }

    private static LocalDate firstDay(String year, String period) {
        Matcher month = MONTH.matcher(period);
        Matcher quarter = QUARTER.matcher(period);
        if (YEAR.matcher(year).matches() && month.matches()) {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month.group(1)), 1);
        }
        if (YEAR.matcher(year).matches() && quarter.matches()) {
            return Periods.quarter(year, quarter.group(1));
        }
        throw SourceFault.notUnderstood("\"" + year + " " + period + "\" is not a period");
    }
}
