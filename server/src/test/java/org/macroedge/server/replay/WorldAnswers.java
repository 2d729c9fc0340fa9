package org.macroedge.server.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What each publisher would answer at an instant, in the form of its interface. All figures are composed.
final class WorldAnswers {

    private static final String FOR_EVER = "9999-12-31";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu MMM", Locale.ENGLISH);

    private final List<ComposedSeries> series;

    WorldAnswers(List<ComposedSeries> series) {
        this.series = List.copyOf(series);
    }

    private ComposedSeries of(String source, String key) {
        return series.stream()
                .filter(known -> known.series().source().equals(source)
                        && known.series().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(source + " was asked for " + key));
    }

    private static String quarter(LocalDate period) {
        return "Q" + ((period.getMonthValue() + 2) / 3);
    }

    private static <T> List<T> each(
            NavigableMap<LocalDate, BigDecimal> figures, BiFunction<LocalDate, BigDecimal, T> shape) {
        List<T> shapes = new ArrayList<>();
        figures.forEach((period, value) -> shapes.add(shape.apply(period, value)));
        return shapes;
    }

    String bls(String question, Instant now) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode key : Json.mapper().readTree(question).path("seriesid")) {
            ComposedSeries known = of("bls", key.asString());
            boolean quarterly = known.frequency() == Frequency.QUARTERLY;
            answers.add(Map.of(
                    "seriesID",
                    key.asString(),
                    "data",
                    each(
                            known.figures(now),
                            (period, value) -> Map.of(
                                    "year",
                                    String.valueOf(period.getYear()),
                                    "period",
                                    quarterly
                                            ? quarter(period).replace("Q", "Q0")
                                            : "M%02d".formatted(period.getMonthValue()),
                                    "value",
                                    value.toPlainString(),
                                    "footnotes",
                                    List.of()))));
        }
        return Json.mapper()
                .writeValueAsString(Map.of(
                        "status", "REQUEST_SUCCEEDED", "message", List.of(), "Results", Map.of("series", answers)));
    }

    /// @param path dataset and key, as `BSI/M.U2.Y`
    String ecb(String path, Instant now) {
        String key = path.replaceFirst("/", ".");
        ComposedSeries known = of("ecb", key);
        boolean daily = known.frequency() == Frequency.IRREGULAR;
        return each(
                        known.figures(now),
                        (period, value) ->
                                key + (daily ? ",D," + period : ",M," + month(period)) + "," + value.toPlainString())
                .stream()
                .collect(Collectors.joining("\n", "KEY,FREQ,TIME_PERIOD,OBS_VALUE\n", "\n"));
    }

    private static String month(LocalDate period) {
        return period.toString().substring(0, 7);
    }

    /// @param parameters of the question, by name, those of the dimensions included
    String eurostat(String dataset, Map<String, String> parameters, Instant now) {
        Map<String, String> codes = new LinkedHashMap<>(parameters);
        List.of("format", "lang", "sinceTimePeriod").forEach(codes::remove);
        String key = dataset + "/"
                + codes.entrySet().stream()
                        .map(code -> code.getKey() + "=" + code.getValue())
                        .collect(Collectors.joining("&"));
        ComposedSeries known = of("eurostat", key);
        Map<String, Object> dimensions = new LinkedHashMap<>();
        codes.forEach((name, code) -> dimensions.put(name, Map.of("category", Map.of("index", Map.of(code, 0)))));
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> times = new LinkedHashMap<>();
        known.figures(now).forEach((period, value) -> {
            values.put(String.valueOf(times.size()), value);
            boolean quarterly = known.frequency() == Frequency.QUARTERLY;
            times.put(quarterly ? period.getYear() + "-" + quarter(period) : month(period), times.size());
        });
        dimensions.put("time", Map.of("category", Map.of("index", times)));
        List<Integer> size =
                new ArrayList<>(codes.keySet().stream().map(name -> 1).toList());
        size.add(times.size());
        return Json.mapper()
                .writeValueAsString(Map.of(
                        "updated",
                        now.atOffset(ZoneOffset.UTC)
                                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+0000'")),
                        "id",
                        List.copyOf(dimensions.keySet()),
                        "size",
                        size,
                        "dimension",
                        dimensions,
                        "value",
                        values,
                        "extension",
                        Map.of("id", dataset.toUpperCase(Locale.ROOT))));
    }

    /// The figures of before the week all appeared on one day, so that they are no first prints; the new one on its
    /// own.
    String fred(Map<String, String> parameters, Instant now) {
        ComposedSeries known = of("fred", parameters.get("series_id"));
        LocalDate oldest = LocalDate.parse(parameters.get("observation_start"));
        NavigableMap<LocalDate, BigDecimal> figures = known.figures(now).tailMap(oldest, true);
        LocalDate appeared = fredDate(known, known.figures(Instant.EPOCH).lastKey());
        List<Map<String, Object>> observations = each(
                figures,
                (period, value) -> Map.of(
                        "date",
                        fredDate(known, period).toString(),
                        "realtime_start",
                        known.release() != null && period.equals(known.period())
                                ? known.series()
                                        .indicator()
                                        .localDate(known.release().instant())
                                        .toString()
                                : appeared.toString(),
                        "realtime_end",
                        FOR_EVER,
                        "value",
                        value.toPlainString()));
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("units", "lin", "offset", 0, "file_type", "json"));
        answer.put("realtime_start", parameters.get("realtime_start"));
        answer.put("realtime_end", parameters.get("realtime_end"));
        answer.put("observation_start", parameters.get("observation_start"));
        answer.put("output_type", Integer.valueOf(parameters.get("output_type")));
        answer.put("count", observations.size());
        answer.put("observations", observations);
        return Json.mapper().writeValueAsString(answer);
    }

    /// A week has the date of its last day.
    private static LocalDate fredDate(ComposedSeries known, LocalDate period) {
        return known.frequency() == Frequency.WEEKLY ? period.plusDays(6) : period;
    }

    /// @param key the path of the series' page
    String ons(String key, Instant now) {
        ComposedSeries known = of("ons", key);
        String[] parts = key.split("/");
        boolean quarterly = known.frequency() == Frequency.QUARTERLY;
        List<Map<String, String>> figures = each(
                known.figures(now),
                (period, value) -> Map.of(
                        "date",
                        quarterly
                                ? period.getYear() + " " + quarter(period)
                                : period.format(MONTH).toUpperCase(Locale.ROOT),
                        "value",
                        value.toPlainString()));
        return Json.mapper()
                .writeValueAsString(Map.of(
                        "years",
                        List.of(),
                        "quarters",
                        quarterly ? figures : List.of(),
                        "months",
                        quarterly ? List.of() : figures,
                        "description",
                        Map.of("cdid", parts[parts.length - 2].toUpperCase(Locale.ROOT))));
    }

    String statCan(String question, Instant now) {
        List<Map<String, Object>> vectors = new ArrayList<>();
        for (JsonNode asked : Json.mapper().readTree(question)) {
            String key = asked.path("vectorId").asString();
            ComposedSeries known = of("statcan", key);
            vectors.add(Map.of(
                    "status",
                    "SUCCESS",
                    "object",
                    Map.of(
                            "vectorId",
                            Long.valueOf(key),
                            "vectorDataPoint",
                            each(
                                    known.figures(now),
                                    (period, value) -> Map.of(
                                            "refPer",
                                            period.toString(),
                                            "value",
                                            value,
                                            "scalarFactorCode",
                                            0,
                                            "frequencyCode",
                                            known.frequency() == Frequency.QUARTERLY ? 9 : 6)))));
        }
        return Json.mapper().writeValueAsString(vectors);
    }
}
