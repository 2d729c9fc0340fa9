package org.macroedge.server.replay;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.sources.fetch.FaultServer;

/// The publishers on loopback, by the clock of the test. Their servers fail as they are told.
public final class FakeWorld implements AutoCloseable {

    /// The sources that it answers for; the rest of an address follows the id.
    public static final List<String> SOURCES =
            List.of("forexfactory-feed", "bls", "ecb", "eurostat", "fred", "ons", "statcan");

    private final RecordedWeek week;
    private final WorldAnswers answers;
    private final InstantSource clock;
    private final WorldFaults faults;
    private final FaultServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<Throwable> mistakes = new ConcurrentLinkedQueue<>();

    public FakeWorld(RecordedWeek week, Catalogue catalogue, InstantSource clock, WorldFaults faults)
            throws IOException {
        this.week = week;
        this.answers = new WorldAnswers(series(week, catalogue));
        this.clock = clock;
        this.faults = faults;
        this.server = new FaultServer(this::serve);
    }

    /// Every series of its sources in the catalogue, composed.
    public static List<ComposedSeries> series(RecordedWeek week, Catalogue catalogue) {
        return catalogue.series().stream()
                .filter(series -> SOURCES.contains(series.source()))
                .map(series -> ComposedSeries.of(
                        series,
                        week.releases(),
                        week.start().atOffset(ZoneOffset.UTC).toLocalDate()))
                .toList();
    }

    /// The value of `MACRO_EDGE_SOURCE_ADDRESSES`.
    public String addresses() {
        return SOURCES.stream()
                .map(source -> source + "=" + server.address("/" + source))
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

    private void serve(String head, Socket socket) throws IOException {
        asked.incrementAndGet();
        try {
            Question question = Question.of(head);
            Instant now = clock.instant();
            String body = latin(answer(question, now));
            Optional<WorldFault> fault = faults.next(question.dateless(), now);
            if (fault.isPresent()) {
                fault.get().send(body, socket);
            } else {
                socket.getOutputStream().write(reply(question, body).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (RuntimeException | AssertionError mistake) {
            mistakes.add(mistake);
            throw mistake;
        }
    }

    /// The bytes of a text as characters, as the server takes them.
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String reply(Question question, String body) {
        String tag = "\"" + Sha256.hex(body.getBytes(StandardCharsets.ISO_8859_1)) + "\"";
        return tag.equals(question.known())
                ? FaultServer.answer("304 Not Modified", "ETag: " + tag + "\r\n", "")
                : FaultServer.answer("200 OK", "ETag: " + tag + "\r\n", body);
    }

    private String answer(Question question, Instant now) {
        String path = question.address().getPath().substring(1);
        String source = path.split("/")[0];
        String rest = path.length() == source.length() ? "" : path.substring(source.length() + 1);
        Map<String, String> parameters = parameters(question.address().getRawQuery());
        return switch (source) {
            case "forexfactory-feed" -> week.feed(now);
            case "bls" -> answers.bls(question.body(), now);
            case "ecb" -> answers.ecb(rest, now);
            case "eurostat" -> answers.eurostat(rest, parameters, now);
            case "fred" -> answers.fred(parameters, now);
            case "ons" -> answers.ons(rest.replaceFirst("/data$", ""), now);
            case "statcan" -> answers.statCan(question.body(), now);
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

    /// A request, as the server gives it: its head, and its body right after it.
    ///
    /// @param known the tag of the answer that the client has; empty for none
    private record Question(URI address, String known, String body) {

        static Question of(String request) {
            String target = request.split(" ", 3)[1];
            String length = header(request, "content-length");
            int bytes = length.isEmpty() ? 0 : Integer.parseInt(length);
            return new Question(
                    URI.create(target), header(request, "if-none-match"), request.substring(request.length() - bytes));
        }

        /// The same for each look at the same figures.
        String dateless() {
            return (address + body).replaceAll("\\d{4}-\\d{2}(-\\d{2})?", "");
        }

        private static String header(String request, String name) {
            return request.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
