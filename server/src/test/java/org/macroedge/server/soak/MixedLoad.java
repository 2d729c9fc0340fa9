package org.macroedge.server.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Clients that ask a server all it can be asked, also what it must refuse, and that break connections.
final class MixedLoad {

    /// A slow machine with two cores has many requests to answer; a hang is longer.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> INDICATORS = List.of("us-nonfarm-payrolls", "de-zew", "us-cpi-yoy");
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");
    private static final List<String> INSTANTS = List.of(
            "2020-03-06T13:30:00Z",
            "2014-06-01T00:00:00Z",
            "2021-09-03T12:29:59Z",
            "1900-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2021-02-30T00:00:00Z",
            "9999-12-31T00:00:00Z",
            "now",
            "");
    private static final List<String> TEXTS = List.of("US", "growth", "1", "0", "-1", "999999999999", "NaN", "ü", "'");

    final AtomicLong requests = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<Read> reads;

    /// An operation that changes nothing, as the server describes it.
    ///
    /// @param examples of the variables in the path, by name
    private record Read(String path, Map<String, String> examples, List<String> parameters) {}

    MixedLoad(URI server) throws IOException, InterruptedException {
        this.server = server;
        this.reads = reads(client.send(request("/openapi.json").build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static List<Read> reads(String document) {
        List<Read> reads = new ArrayList<>();
        JsonNode paths = Json.mapper().readTree(document).path("paths");
        for (String path : paths.propertyNames()) {
            JsonNode get = paths.path(path).path("get");
            // a stream goes on until its client leaves
            if (get.isObject() && !get.at("/responses/200/content").has("text/event-stream")) {
                Map<String, String> examples = new HashMap<>();
                List<String> parameters = new ArrayList<>();
                for (JsonNode parameter : get.path("parameters")) {
                    String name = parameter.path("name").asString();
                    if (parameter.path("in").asString().equals("query")) {
                        parameters.add(name);
                    } else {
                        examples.put(name, parameter.path("example").asString());
                    }
                }
                reads.add(new Read(path, examples, parameters));
            }
        }
        return reads;
    }

    /// How many operations it reads.
    int operations() {
        return reads.size();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    /// Reads something.
    void read(SplittableRandom random) throws IOException, InterruptedException {
        Read read = reads.get(random.nextInt(reads.size()));
        StringBuilder target = new StringBuilder(
                NAMED.matcher(read.path()).replaceAll(name -> encoded(id(read, name.group(1), random))));
        char next = '?';
        for (String parameter : read.parameters()) {
            if (random.nextInt(4) == 0) {
                List<String> values = isInstant(parameter) ? INSTANTS : TEXTS;
                target.append(next).append(parameter).append('=').append(encoded(pick(values, random)));
                next = '&';
            }
        }
        send(target.toString(), request(target.toString()).build());
    }

    /// Mostly one that exists.
    private static String id(Read read, String name, SplittableRandom random) {
        return random.nextInt(4) == 0 ? pick(TEXTS, random) : read.examples().get(name);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean isInstant(String parameter) {
        return List.of("asOf", "recordedAt", "releasedAt", "from", "to").contains(parameter);
    }

    private static String pick(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private String send(String what, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        requests.incrementAndGet();
        if (answer.statusCode() >= 400) {
            refused.incrementAndGet();
            if (answer.statusCode() >= 500 || !answer.body().contains("\"type\":\"urn:macro-edge:problem:")) {
                faults.add(what + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        return answer.body();
    }

    /// Imports figures, or only tries to, and takes them back.
    void importAndUndo(SplittableRandom random) throws IOException, InterruptedException {
        boolean dryRun = random.nextInt(3) == 0;
        JsonNode outcome = Json.mapper().readTree(upload(rows(random, 1 + random.nextInt(2_000)), dryRun));
        if (!outcome.path("batch").isNull() && outcome.has("batch")) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            String undo = "/api/v1/imports/" + outcome.path("batch").asLong() + "/undo";
            send(undo, request(undo).POST(HttpRequest.BodyPublishers.noBody()).build());
        }
    }

    private static String rows(SplittableRandom random, int count) {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        for (int row = 0; row < count; row++) {
            rows.append(pick(INDICATORS, random))
                    .append(',')
                    .append(String.format(
                            "%d-%02d-%02d", 2022 + random.nextInt(4), 1 + random.nextInt(12), 1 + row % 28))
                    .append("T12:30:00Z,,")
                    .append(random.nextInt(20) == 0 ? "n/a" : String.valueOf(random.nextInt(1_000)))
                    .append(",5,\n");
        }
        return rows.toString();
    }

    private String upload(String rows, boolean dryRun) throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n\r\n" + rows
                + "\r\n--b--\r\n";
        String path = "/api/v1/imports?profile=macro-edge&dryRun=" + dryRun;
        return send(
                path,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /// A file that says in many rows nothing that could be stored.
    void upload(SplittableRandom random) throws IOException, InterruptedException {
        upload(rows(random, 20_000) + "\"", true);
        upload("<html>" + "x".repeat(random.nextInt(1_000_000)), false);
    }

    /// Sends half of a file, or reads half of an answer, and breaks the connection.
    void breakOff(SplittableRandom random) throws IOException, InterruptedException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoLinger(true, 0);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            boolean reads = random.nextBoolean();
            String head = reads
                    ? "GET /api/v1/exports/surprises HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n"
                    : "POST /api/v1/imports?profile=macro-edge HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                            + "x".repeat(random.nextInt(500_000));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            if (reads) {
                InputStream in = socket.getInputStream();
                in.readNBytes(random.nextInt(20_000));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
        }
        requests.incrementAndGet();
    }

    void close() {
        client.close();
    }
}
