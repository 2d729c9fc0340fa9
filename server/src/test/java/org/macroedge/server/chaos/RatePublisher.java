package org.macroedge.server.chaos;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A publisher of a policy rate by day, in the form of the Bank of Canada, whose series has one more day at each turn.
/// All figures are composed.
final class RatePublisher implements AutoCloseable {

    static final String SOURCE = "boc";

    /// The interface is asked for the last 120 days.
    static final int DAYS = 118;

    private static final String SERIES = "V39079";

    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
    private final HttpServer server;
    private volatile int days = 2;

    /// @param host the address of this machine at which it listens
    RatePublisher(String host) throws IOException {
        server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] body = body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// The value of `MACRO_EDGE_SOURCE_ADDRESSES` on a host with a relay.
    String addresses() {
        return SOURCE + "=http://127.0.0.1:" + port() + "/valet";
    }

    /// Another day has a rate.
    void publish() {
        days = Math.min(days + 1, DAYS);
    }

    private String body() {
        Map<LocalDate, BigDecimal> rates = new TreeMap<>();
        for (int day = 0; day < days; day++) {
            rates.put(first.plusDays(day), rate(day));
        }
        return rates.entrySet().stream()
                .map(rate -> "{\"d\":\"%s\",\"%s\":{\"v\":\"%s\"}}".formatted(rate.getKey(), SERIES, rate.getValue()))
                .collect(Collectors.joining(
                        ",", "{\"seriesDetail\":{\"" + SERIES + "\":{\"label\":\"rate\"}},\"observations\":[", "]}"));
    }

    private static BigDecimal rate(int day) {
        return BigDecimal.valueOf(100 + (day * 37L) % 41 * 5, 2);
    }

    /// What is published: the rate of each day.
    List<String> published() {
        return IntStream.range(0, days)
                .mapToObj(day -> first.plusDays(day) + "=" + rate(day).toPlainString())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
