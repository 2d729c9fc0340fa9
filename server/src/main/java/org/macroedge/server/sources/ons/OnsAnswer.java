package org.macroedge.server.sources.ons;

import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.number;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads the data of a series page: lists of years, quarters and months. A monthly series has all three, so that its
/// quarters are averages; a quarterly one has no months.
final class OnsAnswer {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern MONTH = Pattern.compile("((?:19|20)[0-9]{2}) ([A-Z]{3})");
    private static final Pattern QUARTER = Pattern.compile("((?:19|20)[0-9]{2}) Q([1-4])");

    private OnsAnswer() {}

    static List<Observation> read(Payload payload, String key) {
        JsonNode answer = JsonFields.read(payload.body());
        checkSeries(answer, key);
        JsonNode months = list(answer, "months");
        boolean monthly = !months.isEmpty();
        List<Observation> figures = new ArrayList<>();
        Periods periods = new Periods(key, payload);
        for (JsonNode figure : monthly ? months : list(answer, "quarters")) {
            LocalDate first = monthly ? month(text(figure, "date")) : quarter(text(figure, "date"));
            periods.add(first);
            String value = text(figure, "value");
            if (!value.isEmpty()) {
                figures.add(
                        new Observation(key, monthly ? Frequency.MONTHLY : Frequency.QUARTERLY, first, number(value)));
            }
        }
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    /// The page must be that of the series that was asked for.
    private static void checkSeries(JsonNode answer, String key) {
        String[] parts = key.split("/");
        String wanted = parts[parts.length - 2].toUpperCase(Locale.ROOT);
        String cdid = text(JsonFields.field(answer, "description"), "cdid").toUpperCase(Locale.ROOT);
        if (!cdid.equals(wanted)) {
            throw SourceFault.notUnderstood("series " + cdid + " came for " + wanted);
        }
    }

    private static LocalDate month(String date) {
        Matcher matcher = MONTH.matcher(date);
        int month = matcher.matches() ? MONTHS.indexOf(matcher.group(2)) + 1 : 0;
        if (month == 0) {
            throw SourceFault.notUnderstood("\"" + date + "\" is not a month");
        }
        return LocalDate.of(Integer.parseInt(matcher.group(1)), month, 1);
    }

    private static LocalDate quarter(String date) {
        Matcher matcher = QUARTER.matcher(date);
        if (!matcher.matches()) {
            throw SourceFault.notUnderstood("\"" + date + "\" is not a quarter");
        }
        return Periods.quarter(matcher.group(1), matcher.group(2));
    }
}
