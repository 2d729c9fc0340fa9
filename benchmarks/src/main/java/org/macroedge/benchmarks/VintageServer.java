package org.macroedge.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.platform.json.Json;

/// A server on loopback that answers as FRED does with composed vintages: every figure appears at the usual time after
/// its period, and is revised a month later.
final class VintageServer implements AutoCloseable {

    private static final String FOR_EVER = "9999-12-31";
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int DAYS_OF_A_WEEK = 7;

    private final HttpServer server;
    private final Map<String, Indicator> indicators;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param series those that it has
    VintageServer(List<Series> series) throws IOException {
        this.indicators =
                series.stream().collect(Collectors.toMap(Series::key, Series::indicator, (first, second) -> first));
        // or each answer waits for the acknowledgement of its head, 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/observations");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> question = Arrays.stream(
                            exchange.getRequestURI().getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            sides -> sides[0], sides -> URLDecoder.decode(sides[1], StandardCharsets.UTF_8)));
            byte[] body = Json.mapper().writeValueAsBytes(answer(question));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, Object> answer(Map<String, String> question) {
        Indicator indicator = Objects.requireNonNull(indicators.get(question.get("series_id")));
        LocalDate knownFrom = date(question, "realtime_start");
        LocalDate knownTo = date(question, "realtime_end");
        List<Map<String, Object>> observations = new ArrayList<>();
        LocalDate oldest = date(question, "observation_start");
        int number = 0;
        for (LocalDate period = first(indicator.frequency());
                published(indicator, period).isBefore(knownTo.plusDays(1));
                period = next(period, indicator.frequency())) {
            number++;
            LocalDate published = published(indicator, period);
            if (!dateOf(period, indicator.frequency()).isBefore(oldest)) {
                String name = dateOf(period, indicator.frequency()).toString();
                LocalDate revised = published.plusMonths(1);
                add(observations, name, 1_000 + 2 * number, published, revised.minusDays(1), knownFrom, knownTo);
                add(observations, name, 1_001 + 2 * number, revised, LocalDate.parse(FOR_EVER), knownFrom, knownTo);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("units", "lin", "offset", 0, "file_type", "json"));
        List.of("realtime_start", "realtime_end", "observation_start")
                .forEach(name -> answer.put(name, question.get(name)));
        answer.put("output_type", Integer.valueOf(question.get("output_type")));
        answer.put("count", observations.size());
        answer.put("observations", observations);
        return answer;
    }

    private static LocalDate date(Map<String, String> question, String name) {
        return LocalDate.parse(question.get(name));
    }

    /// Cuts the days of a figure to those that were asked for.
    private static void add(
            List<Map<String, Object>> observations,
            String date,
            int value,
            LocalDate from,
            LocalDate to,
            LocalDate knownFrom,
            LocalDate knownTo) {
        if (!from.isAfter(knownTo) && !to.isBefore(knownFrom)) {
            observations.add(Map.of(
                    "date", date,
                    "value", String.valueOf(value),
                    "realtime_start", (from.isBefore(knownFrom) ? knownFrom : from).toString(),
                    "realtime_end", (to.isAfter(knownTo) ? knownTo : to).toString()));
        }
    }

    private static LocalDate first(Frequency frequency) {
        return frequency == Frequency.WEEKLY
                ? FIRST.minusDays(FIRST.getDayOfWeek().getValue() % DAYS_OF_A_WEEK)
                : FIRST;
    }

    private static LocalDate next(LocalDate period, Frequency frequency) {
        return switch (frequency) {
            case WEEKLY -> period.plusWeeks(1);
            case MONTHLY -> period.plusMonths(1);
            case QUARTERLY -> period.plusMonths(3);
            case IRREGULAR -> throw new IllegalArgumentException("an irregular series has no next period");
        };
    }

    /// A week has the date of its last day, a Saturday.
    private static LocalDate dateOf(LocalDate period, Frequency frequency) {
        return frequency == Frequency.WEEKLY ? period.with(DayOfWeek.SATURDAY) : period;
    }

    private static LocalDate published(Indicator indicator, LocalDate period) {
        int lag = indicator.lag() == null ? 1 : Math.max(1, indicator.lag());
        return next(period, indicator.frequency()).plusDays(lag);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
