package org.macroedge.server.sources;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.series.DatedFigure;
import org.macroedge.server.sources.series.Observation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures that stand in an answer, as readers find them that share nothing with the connectors and accept more
/// than these. Each is a text: key, frequency, first day and value, or the text that stands in place of one of them.
public final class StatedFigures {

    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    private StatedFigures() {}

    public static String text(Observation figure) {
        return text(
                figure.key(),
                figure.frequency().name(),
                figure.period().toString(),
                figure.value().toPlainString());
    }

    static String text(String key, String frequency, String day, String value) {
        return key + " " + frequency + " " + day + " " + plain(value);
    }

    /// 1.50 and 1.5 are one figure.
    private static String plain(String value) {
        return value.matches("-?[0-9]+([.][0-9]+)?")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : "\"" + value + "\"";
    }

    /// Of the Bureau of Labor Statistics: averages are no figures of a period.
    public static List<String> bls(byte[] body) {
        List<String> found = new ArrayList<>();
        for (JsonNode series : json(body).path("Results").path("series")) {
            for (JsonNode row : series.path("data")) {
                String period = row.path("period").asString();
                String value = row.path("value").asString();
                boolean average = period.matches("M13|Q05|S0[123]|A01");
                if (!average && !value.equals("-")) {
                    int number = Integer.parseInt(period.substring(1));
                    boolean monthly = period.charAt(0) == 'M';
                    found.add(text(
                            series.path("seriesID").asString(),
                            monthly ? "MONTHLY" : "QUARTERLY",
                            day(row.path("year").asString(), monthly ? number : number * 3 - 2),
                            value));
                }
            }
        }
        return found;
    }

    private static String day(String year, int month) {
        return "%s-%02d-01".formatted(year, month);
    }

    /// A figure of a month.
    public static String monthly(String key, String month, String value) {
        return sdmx(key, "M", month, value);
    }

    /// A figure as SDMX states it.
    ///
    /// @param often D or B for days, M for months, else quarters
    static String sdmx(String key, String often, String period, String value) {
        if (often.equals("D") || often.equals("B")) {
            return text(key, "IRREGULAR", period, value);
        }
        boolean monthly = often.equals("M");
        int number = Integer.parseInt(period.substring(monthly ? 5 : 6));
        return text(
                key,
                monthly ? "MONTHLY" : "QUARTERLY",
                day(period.substring(0, 4), monthly ? number : number * 3 - 2),
                value);
    }

    /// Of the European Central Bank, in SDMX-CSV.
    public static List<String> sdmxCsv(byte[] body) {
        List<List<String>> rows = rows(new String(body, StandardCharsets.UTF_8));
        List<String> header = rows.getFirst();
        List<String> found = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String value = row.get(header.indexOf("OBS_VALUE"));
            if (!value.isEmpty() && !value.equals("NaN")) {
                found.add(sdmx(
                        row.get(header.indexOf("KEY")),
                        row.get(header.indexOf("FREQ")),
                        row.get(header.indexOf("TIME_PERIOD")),
                        value));
            }
        }
        return found;
    }

    /// Of SDMX-CSV with a column for each dimension between those of the dataset and the period.
    public static List<String> sdmxCsvOf(String dataset, byte[] body) {
        List<List<String>> rows = rows(new String(body, StandardCharsets.UTF_8));
        int time = rows.getFirst().indexOf("TIME_PERIOD");
        int first = rows.getFirst().getFirst().equals("DATAFLOW") ? 1 : 0;
        StringBuilder keyed = new StringBuilder("KEY,FREQ,TIME_PERIOD,OBS_VALUE\n");
        for (List<String> row : rows.subList(1, rows.size())) {
            keyed.append(dataset)
                    .append('.')
                    .append(String.join(".", row.subList(first, time)))
                    .append(',');
            keyed.append(row.get(rows.getFirst().indexOf("FREQ")))
                    .append(',')
                    .append(row.get(time))
                    .append(",\"");
            keyed.append(row.get(rows.getFirst().indexOf("OBS_VALUE"))).append("\"\n");
        }
        return sdmxCsv(keyed.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Of a download file of the Census Bureau: the rows of its last table, by what the tables before it call them.
    public static List<String> censusFile(byte[] body, List<String> keys) {
        Map<String, String> names = new TreeMap<>();
        List<String> found = new ArrayList<>();
        String table = "";
        for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
            List<List<String>> cells = rows(line.strip());
            if (line.strip().matches("[A-Z ]+")) {
                table = line.strip();
            } else if (!cells.isEmpty() && cells.getFirst().size() > 1) {
                List<String> row = cells.getFirst();
                names.put(table + " " + row.getFirst(), row.get(1));
                if (table.equals("DATA") && row.get(3).equals("0")) {
                    String name = "RESSALES/" + names.get("CATEGORIES " + row.get(1)) + "/"
                            + names.get("DATA TYPES " + row.get(2)) + "/"
                            + (row.get(5).equals("1") ? "yes" : "no");
                    String month = names.get("TIME PERIODS " + row.getFirst());
                    boolean isMissing = row.get(6).matches("|[(](NA|S|X)[)]|NA");
                    if (keys.contains(name) && "US".equals(names.get("GEO LEVELS " + row.get(4))) && !isMissing) {
                        int number = MONTHS.indexOf(month.substring(0, 3).toUpperCase(Locale.ROOT)) / 3 + 1;
                        found.add(text(name, "MONTHLY", day(month.substring(4), number), row.get(6)));
                    }
                }
            }
        }
        return found;
    }

    /// The cells of a text with commas, quotes and line ends, letter by letter.
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index <= text.length(); index++) {
            char letter = index == text.length() ? '\n' : text.charAt(index);
            boolean opens = cell.isEmpty() && !quoted && letter == '"';
            if (opens) {
                quoted = true;
            } else if (quoted && letter == '"' && text.startsWith("\"\"", index)) {
                cell.append(letter);
                index++;
            } else if (quoted && letter == '"') {
                quoted = false;
            } else if (quoted || letter != ',' && letter != '\n' && letter != '\r') {
                cell.append(letter);
            } else {
                row.add(cell.toString());
                cell.setLength(0);
                if (letter != ',') {
                    if (row.size() > 1 || !row.getFirst().isEmpty()) {
                        rows.add(row);
                    }
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }

    /// Of the Office for National Statistics: the quarters of a page with months are averages.
    public static List<String> ons(byte[] body, String key) {
        JsonNode page = json(body);
        boolean monthly = !page.path("months").isEmpty();
        List<String> found = new ArrayList<>();
        for (JsonNode row : page.path(monthly ? "months" : "quarters")) {
            String[] date = row.path("date").asString().split(" ");
            int month = monthly ? MONTHS.indexOf(date[1]) / 3 + 1 : Integer.parseInt(date[1].substring(1)) * 3 - 2;
            if (!row.path("value").asString().isEmpty()) {
                found.add(text(
                        key,
                        monthly ? "MONTHLY" : "QUARTERLY",
                        day(date[0], month),
                        row.path("value").asString()));
            }
        }
        return found;
    }

    /// Of Statistics Canada, in units.
    public static List<String> statCan(byte[] body) {
        List<String> found = new ArrayList<>();
        for (JsonNode vector : json(body)) {
            JsonNode object = vector.path("object");
            for (JsonNode row : object.path("vectorDataPoint")) {
                if (vector.path("status").asString().equals("SUCCESS")
                        && !row.path("value").isNull()) {
                    found.add(text(
                            object.path("vectorId").asString(),
                            row.path("frequencyCode").asInt() == 6 ? "MONTHLY" : "QUARTERLY",
                            row.path("refPer").asString(),
                            new BigDecimal(row.path("value").toString())
                                    .movePointRight(row.path("scalarFactorCode").asInt())
                                    .toPlainString()));
                }
            }
        }
        return found;
    }

    /// Of one series of Eurostat, in JSON-stat 2.0 whose dimensions but time have one category each.
    public static List<String> jsonStat(byte[] body, String key) {
        JsonNode answer = json(body);
        Map<Integer, String> months = new TreeMap<>();
        answer.at("/dimension/time/category/index")
                .properties()
                .forEach(entry -> months.put(entry.getValue().asInt(), entry.getKey()));
        List<String> found = new ArrayList<>();
        answer.path("value").properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                found.add(text(
                        key,
                        "MONTHLY",
                        months.get(Integer.parseInt(entry.getKey())) + "-01",
                        entry.getValue().decimalValue().toPlainString()));
            }
        });
        return found;
    }

    public static String text(DatedFigure figure) {
        return dated(
                figure.period(),
                figure.from(),
                figure.to(),
                figure.value() == null ? "." : figure.value().toPlainString());
    }

    /// Whether two texts are one figure: 1.50 and 1.5 are.
    public static boolean isSame(String value, String other) {
        return plain(value).equals(plain(other));
    }

    /// A figure of a period, with the days on which it stood.
    public static String dated(LocalDate period, LocalDate from, LocalDate to, String value) {
        return period + " " + from + " to " + to + " " + plain(value);
    }

    /// Of FRED, one for each row; where rows of a period follow each other with one value, one for all of them.
    public static List<String> fred(byte[] body, Frequency frequency) {
        Map<String, JsonNode> rows = new TreeMap<>();
        json(body)
                .path("observations")
                .forEach(row -> rows.put(
                        row.path("date").asString() + row.path("realtime_start").asString(), row));
        List<String> found = new ArrayList<>();
        JsonNode first = null;
        JsonNode last = null;
        for (JsonNode row : rows.values()) {
            if (last == null || !continues(last, row)) {
                add(found, first, last, frequency);
                first = row;
            }
            last = row;
        }
        add(found, first, last, frequency);
        return found;
    }

    private static boolean continues(JsonNode last, JsonNode row) {
        return last.path("date").equals(row.path("date"))
                && plain(last.path("value").asString())
                        .equals(plain(row.path("value").asString()))
                && date(last, "realtime_end").plusDays(1).equals(date(row, "realtime_start"));
    }

    private static void add(List<String> found, JsonNode first, JsonNode last, Frequency frequency) {
        if (first != null) {
            LocalDate period = date(first, "date");
            found.add(dated(
                    frequency == Frequency.WEEKLY ? period.minusDays(6) : period,
                    date(first, "realtime_start"),
                    date(last, "realtime_end"),
                    first.path("value").asString()));
        }
    }

    private static LocalDate date(JsonNode row, String name) {
        return LocalDate.parse(row.path(name).asString());
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }
}
