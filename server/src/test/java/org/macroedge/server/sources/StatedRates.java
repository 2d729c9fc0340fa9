package org.macroedge.server.sources;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.macroedge.engine.vocabulary.Frequency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures that stand in answers of central banks and of the Census Bureau, as readers find them that share
/// nothing with the connectors, each as [StatedFigures] writes it.
public final class StatedRates {

    private static final Pattern CUBE =
            Pattern.compile("SCODE=\"([^\"]*)\"|FREQ_CODE=\"([^\"]*)\"|TIME=\"([^\"]*)\"\\s+OBS_VALUE=\"([^\"]*)\"");

    private StatedRates() {}

    private static String text(String key, Frequency frequency, String first, String value) {
        return StatedFigures.text(key, frequency.name(), LocalDate.parse(first).toString(), value);
    }

    /// Of the Bank of England, by the attributes in their order.
    public static List<String> bankOfEngland(byte[] body) {
        List<String> found = new ArrayList<>();
        String key = "";
        boolean monthly = false;
        for (MatchResult match :
                CUBE.matcher(new String(body, StandardCharsets.UTF_8)).results().toList()) {
            key = match.group(1) == null ? key : match.group(1);
            monthly = match.group(2) == null ? monthly : match.group(2).equals("M");
            if (match.group(3) != null && !match.group(4).isEmpty()) {
                String first = monthly ? match.group(3).substring(0, 8) + "01" : match.group(3);
                found.add(text(key, monthly ? Frequency.MONTHLY : Frequency.IRREGULAR, first, match.group(4)));
            }
        }
        return found;
    }

    /// Of the Bank of Canada.
    public static List<String> bankOfCanada(byte[] body, String key) {
        List<String> found = new ArrayList<>();
        for (JsonNode day : json(body).path("observations")) {
            JsonNode value = day.path(key).path("v");
            if (!value.isMissingNode() && !value.isNull()) {
                found.add(text(key, Frequency.IRREGULAR, day.path("d").asString(), value.asString()));
            }
        }
        return found;
    }

    /// Of the Federal Reserve Bank of New York.
    public static List<String> newYorkFed(byte[] body, String key, String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode day : json(body).path("refRates")) {
            found.add(text(
                    key,
                    Frequency.IRREGULAR,
                    day.path("effectiveDate").asString(),
                    day.path(field).decimalValue().toPlainString()));
        }
        return found;
    }

    /// Of the Census Bureau.
    public static List<String> census(byte[] body, String key) {
        JsonNode rows = json(body);
        List<String> names = new ArrayList<>();
        rows.get(0).forEach(name -> names.add(name.asString()));
        List<String> found = new ArrayList<>();
        for (int index = 1; index < rows.size(); index++) {
            JsonNode row = rows.get(index);
            JsonNode value = row.get(names.indexOf("cell_value"));
            if (row.get(names.indexOf("error_data")).asString().equals("no")
                    && !value.isNull()
                    && !value.asString().isEmpty()) {
                found.add(text(
                        key, Frequency.MONTHLY, row.get(names.indexOf("time")).asString() + "-01", value.asString()));
            }
        }
        return found;
    }

    /// Of the codes at the end of the keys, by the rows as they stand.
    public static List<String> bea(byte[] body, List<String> keys) {
        List<String> found = new ArrayList<>();
        json(body)
                .at("/BEAAPI/Results/Data")
                .forEach(row -> keys.stream()
                        .filter(key -> key.endsWith("/" + row.path("SeriesCode").asString("")))
                        .filter(key -> !row.path("DataValue").asString("").startsWith("("))
                        .forEach(key -> {
                            String[] period = row.path("TimePeriod").asString().split("Q");
                            int month = 3 * Integer.parseInt(period[1]) - 2;
                            found.add(text(
                                    key,
                                    Frequency.QUARTERLY,
                                    "%s-%02d-01".formatted(period[0], month),
                                    row.path("DataValue").asString().replace(",", "")));
                        }));
        return found;
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }
}
