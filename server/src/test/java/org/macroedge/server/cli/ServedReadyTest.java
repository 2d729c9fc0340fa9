package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.time.SettableClock;

/// Ready answers are those of the controllers, whatever is asked, whenever, and in whichever way. A weight in the
/// header Accept leaves a request to the controllers.
class ServedReadyTest {

    private static final List<String> ADDRESSES =
            List.of("bias/summary", "board", "calendar", "heatmap", "indices", "regimes");
    private static final String NOON = "2022-01-05T12:10:00Z";
    private static final String COMPUTED = "Accept: application/json;q=0.9";
    private static final int STEPS = 40;

    /// A release of the law, the next full hour, and the end of ten days after it and after the last of the sample.
    private static final List<Instant> EDGES = Stream.of(
                    "2022-01-07T13:30:00Z",
                    "2022-01-07T14:00:00Z",
                    "2022-01-17T13:30:00.000000001Z",
                    "2022-01-10T01:00:00.000000001Z")
            .map(Instant::parse)
            .toList();

    @TempDir
    static Path folder;

    private static final SettableClock CLOCK = new SettableClock(NOON);
    private static Server server;

    @BeforeAll
    static void serve() {
        server = Server.start(new SampleHome(folder).settings(), CLOCK, note -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void setClock() {
        CLOCK.set(NOON);
    }

    /// The controllers' answer and two of those that are ready: the one that is made and the one that is found.
    private static void assertSame(String method, String address, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(headers));
        RawExchange made = send(method, address, lines);
        RawExchange found = send(method, address, lines);
        lines.add(COMPUTED);
        RawExchange computed = send(method, address, lines);

        for (RawExchange ready : List.of(made, found)) {
            String asked = method + " " + address + " " + lines + " at " + CLOCK.instant();
            assertThat(ready.status()).as(asked).isEqualTo(computed.status());
            assertThat(head(ready)).as(asked).isEqualTo(head(computed));
            assertThat(new String(ready.plainBody(), StandardCharsets.UTF_8))
                    .as(asked)
                    .isEqualTo(new String(computed.plainBody(), StandardCharsets.UTF_8));
        }
    }

    private static RawExchange send(String method, String address, List<String> headers) throws IOException {
        List<String> all = new ArrayList<>(headers);
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            all.add("Host: 127.0.0.1:" + server.address().getPort());
        }
        return RawExchange.send(server.address(), method + " /api/v1/" + address + " HTTP/1.1", all);
    }

    /// Without what differs from one request to the next, and without how the length of the body is told.
    private static Map<String, List<String>> head(RawExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>(exchange.headers());
        List.of("x-request-id", "date", "content-length", "transfer-encoding").forEach(headers::remove);
        return headers;
    }

    private static String tag(String address) throws IOException {
        return send("GET", address, List.of()).headers().get("etag").getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bias/summary", "board", "calendar", "heatmap", "indices", "regimes"})
    void aReadyAnswerTellsItsLength(String address) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            RawExchange ready = send(method, address, List.of());
            assertThat(ready.headers()).as(method).doesNotContainKey("transfer-encoding");
            assertThat(ready.headers().get("vary")).as(method).containsExactly("Accept-Encoding");
            assertThat(ready.headers().get("content-length").getFirst())
                    .isEqualTo(String.valueOf(
                            send("GET", address, List.of(COMPUTED)).body().length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "gzip, deflate, br, zstd",
                "GZIP",
                "x-gzip",
                "br",
                "*",
                "gzip;q=0",
                "*;q=0",
                "gzip;q=0.1, identity",
                "identity;q=0, gzip"
            })
    void aReadyAnswerIsCompressedForThoseForWhomTheControllersIs(String encodings) throws Exception {
        for (String address : ADDRESSES) {
            assertSame("GET", address, "Accept-Encoding: " + encodings);
            assertSame("HEAD", address, "Accept-Encoding: " + encodings);
        }
    }

    @Test
    void aConditionIsAnsweredAsByTheControllers() throws Exception {
        for (String address : ADDRESSES) {
            String tag = tag(address);
            String compressed = tag.substring(0, tag.length() - 1) + "--gzip\"";
            for (String condition :
                    List.of(tag, compressed, "W/" + tag, "\"other\"", "\"other\", " + tag, "*", "other", "")) {
                assertSame("GET", address, "If-None-Match: " + condition);
                assertSame("GET", address, "If-None-Match: " + condition, "Accept-Encoding: gzip");
                assertSame("HEAD", address, "If-None-Match: " + condition);
            }
            assertThat(send("GET", address, List.of("If-None-Match: " + tag)).status())
                    .isEqualTo(304);
            assertThat(send("GET", address, List.of("If-None-Match: " + tag)).body())
                    .isEmpty();
            for (String form : List.of("If-None-Match: *", "If-None-Match:  * ")) {
                RawExchange any = send("GET", address, List.of(form));
                assertThat(any.status()).as(address).isEqualTo(304);
                assertThat(any.headers().get("etag")).as(address).containsExactly(tag);
                assertThat(any.body()).as(address).isEmpty();
            }
        }
    }

    /// Each request is refused before and after its answer is ready, in the words of the controllers' chain.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1",
                "Host: 127.0.0.1:1",
                "Host: evil.example:PORT",
                "Host: 127.0.0.1.:PORT",
                "Host: user@127.0.0.1:PORT",
                "Host: localhost:PORT",
                "Host: [::1]:PORT",
                "Host: ",
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://127.0.0.1:PORT",
                "Origin: http://127.0.0.1:PORT",
                "Origin: http://localhost:PORT",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: same-origin",
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Original-URL: /api/v1/instruments",
                "X-HTTP-Method-Override: DELETE",
                "Authorization: Bearer x",
                "Cookie: JSESSIONID=1"
            })
    void aRequestIsRefusedExactlyWhenTheControllersChainRefusesIt(String header) throws Exception {
        String port = String.valueOf(server.address().getPort());
        for (String address : List.of("board", "bias/summary")) {
            assertSame("GET", address, header.replace("PORT", port));
            assertSame("HEAD", address, header.replace("PORT", port));
        }
    }

    @Test
    void aForeignHostGetsNoneOfTheBytesThatAreReady() throws Exception {
        tag("board");
        RawExchange refused = send("GET", "board", List.of("Host: evil.example"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("urn:macro-edge:problem:");
    }

    /// Across releases, captures and hours, forth and back, with imports, undos and pushes between.
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void atEveryInstantAReadyAnswerIsTheOneThatIsComputed(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Instant> edges = new ArrayList<>(EDGES);
        String imported = null;
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> imported = toggled(imported);
                case 1 -> {
                    push(step, seed);
                    edges.add(CLOCK.instant());
                }
                default -> CLOCK.set(instant(random, edges));
            }
            for (String address : ADDRESSES) {
                assertSame("GET", address);
            }
        }
        if (imported != null) {
            toggled(imported);
        }
    }

    /// Up to a quarter of an hour before an instant that matters, or at it; any time of a fortnight; a moment later.
    private static Instant instant(SplittableRandom random, List<Instant> edges) {
        Instant edge = edges.get(random.nextInt(edges.size()));
        return switch (random.nextInt(5)) {
            case 0 -> edge.minusNanos(random.nextInt(2));
            case 1 -> edge.minusSeconds(random.nextInt(900));
            case 2 -> Instant.parse("2022-01-04T00:00:00Z").plusSeconds(random.nextLong(14 * 86_400));
            default -> CLOCK.instant().plusSeconds(random.nextLong(1_200));
        };
    }

    private static String toggled(String imported) throws Exception {
        if (imported != null) {
            SampleHome.undo(server, imported);
            return null;
        }
        return SampleHome.postPayrollsOfJanuary2022(server, false).body();
    }

    /// A schedule that is captured now, which the clock may come before again.
    private static void push(int step, long seed) throws Exception {
        String release = "{\"source\":\"macro-edge\",\"releases\":[{\"indicator\":\"us-cpi-mom\",\"releasedAt\":"
                + "\"2022-01-20T13:%02d:00Z\"}]}";
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/v1/releases"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "ready-" + seed + "-" + step)
                .POST(HttpRequest.BodyPublishers.ofString(release.formatted(step)))
                .build();
        HttpResponse<String> answer = SampleHome.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
