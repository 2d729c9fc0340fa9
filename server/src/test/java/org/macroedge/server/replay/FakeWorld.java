package org.macroedge.server.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.hash.Sha256;

/// The publishers on loopback, by the clock of the test.
public final class FakeWorld implements AutoCloseable {

    /// The sources that it answers for; the rest of an address follows the id.
    public static final List<String> SOURCES =
            List.of("forexfactory-feed", "bls", "ecb", "eurostat", "fred", "ons", "statcan");

    private final RecordedWeek week;
    private final WorldAnswers answers;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<Throwable> mistakes = new ConcurrentLinkedQueue<>();

    public FakeWorld(RecordedWeek week, Catalogue catalogue, Clock clock) throws IOException {
        this.week = week;
        this.answers = new WorldAnswers(series(week, catalogue));
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /// Every series of the catalogue, composed.
    public static List<ComposedSeries> series(RecordedWeek week, Catalogue catalogue) {
        return catalogue.series().stream()
                .map(series -> ComposedSeries.of(
                        series,
                        week.releases(),
                        week.start().atOffset(ZoneOffset.UTC).toLocalDate()))
                .toList();
    }

    /// The value of `MACRO_EDGE_SOURCE_ADDRESSES`.
    public String addresses() {
        return SOURCES.stream()
                .map(source ->
                        source + "=http://127.0.0.1:" + server.getAddress().getPort() + "/" + source)
                .collect(Collectors.joining(","));
    }

    /// How many requests came.
    public int asked() {
        return asked.get();
    }

    /// What the world itself could not answer: a fault of the test.
    public Queue<Throwable> mistakes() {
        return mistakes;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer(exchange, question, clock.instant()).getBytes(StandardCharsets.UTF_8);
            String tag = "\"" + Sha256.hex(body) + "\"";
            exchange.getResponseHeaders().add("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (RuntimeException | AssertionError mistake) {
            mistakes.add(mistake);
            throw mistake;
        }
    }

    private String answer(HttpExchange exchange, String question, Instant now) {
        String path = exchange.getRequestURI().getPath().substring(1);
        String source = path.split("/")[0];
        String rest = path.length() == source.length() ? "" : path.substring(source.length() + 1);
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        return switch (source) {
            case "forexfactory-feed" -> week.feed(now);
            case "bls" -> answers.bls(question, now);
            case "ecb" -> answers.ecb(rest, now);
            case "eurostat" -> answers.eurostat(rest, parameters, now);
            case "fred" -> answers.fred(parameters, now);
            case "ons" -> answers.ons(rest.replaceFirst("/data$", ""), now);
            case "statcan" -> answers.statCan(question, now);
            default -> throw new AssertionError("asked for " + path);
        };
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
