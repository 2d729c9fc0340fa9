package org.macroedge.server.sources.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.net.PublicAddresses;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FetchOutcome.Failed;
import org.macroedge.server.sources.fetch.FetchOutcome.Fetched;
import org.macroedge.server.sources.fetch.FetchOutcome.Unchanged;

/// Every failure of a publisher's server ends in a coded state, and leaves nothing open.
class FetcherTest {

    private static final String CANARY = "canary7f3a91";
    private static final FetchPolicy POLICY =
            new FetchPolicy(1_000, Duration.ofSeconds(1), Duration.ofSeconds(20), 1L << 20, false);
    /// A deadline that passes without deciding anything else.
    private static final FetchPolicy SHORT =
            new FetchPolicy(1_000, Duration.ofSeconds(1), Duration.ofMillis(300), FetchPolicy.USUAL_BYTES, false);

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private final Fetcher fetcher = new Fetcher(
            clock,
            clock::step,
            Map.of(),
            host -> host.equals("inside.example.org")
                    ? new InetAddress[] {InetAddress.getByName("10.1.2.3")}
                    : InetAddress.getAllByName(host));

    @AfterEach
    void nothingStaysOpen() throws InterruptedException {
        assertThat(fetcher.openConnections()).isZero();
        fetcher.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("fetch deadlines")) {
                thread.join();
            }
        }
    }

    private FetchOutcome fetch(FaultServer server) {
        return fetch(server.address("/data"), POLICY);
    }

    private FetchOutcome fetch(URI address, FetchPolicy policy) {
        return fetcher.fetch(request(address), policy.trusting(), Validators.NONE);
    }

    private static FetchRequest request(URI address) {
        return FetchRequest.get("test", "series X", address, "*/*").withSecret("api_key", CANARY);
    }

    private void assertFault(FetchMessage fault, FaultServer server) throws IOException {
        assertFault(fault, fetch(server));
        server.close();
    }

    private static Failed assertFault(FetchMessage fault, FetchOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.fault()).isEqualTo(fault);
            assertThat(failed.text()).doesNotContain(CANARY).doesNotContain("Exception");
            DeclaredMessages.assertSeen("FetchMessage." + fault.name(), failed.text());
        });
        return (Failed) outcome;
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, KEY_REFUSED",
        "402 Payment Required, PAYMENT_REQUIRED",
        "403 Forbidden, FORBIDDEN",
        "404 Not Found, NOT_FOUND",
        "418 Teapot, UNEXPECTED_STATUS",
        "204 No Content, UNEXPECTED_STATUS",
        "429 Too Many Requests, TOO_MANY_REQUESTS",
        "500 Internal Server Error, SERVER_FAULT",
        "503 Service Unavailable, SERVER_FAULT",
        "302 Found, REDIRECTED"
    })
    void aStatusIsAState(String status, FetchMessage fault) throws IOException {
        assertFault(fault, FaultServer.of(FaultServer.answer(status, "", "x".repeat(100_000))));
    }

    @Test
    void anAnswerHasItsBytesAndWhatToRecogniseItBy() throws IOException {
        try (FaultServer server =
                FaultServer.of(FaultServer.answer("200 OK", "ETag: \"a1\"\r\nLast-Modified: then\r\n", "1,2"))) {
            assertThat(fetch(server)).isInstanceOfSatisfying(Fetched.class, fetched -> {
                assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("1,2");
                assertThat(fetched.validators()).isEqualTo(new Validators("\"a1\"", "then"));
                assertThat(fetched.ended()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
            });
            assertThat(server.requests().getFirst()).startsWith("GET /data?api_key=" + CANARY);
        }
    }

    @Test
    void anAnswerThatIsKnownIsNotSentAgain() throws IOException {
        try (FaultServer server = FaultServer.of("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")) {
            FetchOutcome outcome = fetcher.fetch(
                    request(server.address("/data")), POLICY.trusting(), new Validators("\"a1\"", "then"));

            assertThat(outcome).isInstanceOf(Unchanged.class);
            assertThat(server.requests().getFirst()).contains("If-None-Match: \"a1\"", "If-Modified-Since: then");
        }
    }

    @Test
    void aPackedAnswerIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("plain".getBytes(StandardCharsets.UTF_8));
        }
        String body = packed.toString(StandardCharsets.ISO_8859_1);
        try (FaultServer server = FaultServer.of(FaultServer.answer("200 OK", "Content-Encoding: gzip\r\n", body))) {
            assertThat(fetch(server))
                    .isInstanceOfSatisfying(
                            Fetched.class,
                            fetched -> assertThat(fetched.body()).asString().isEqualTo("plain"));
        }
        assertFault(
                FetchMessage.GARBLED,
                FaultServer.of(FaultServer.answer("200 OK", "Content-Encoding: gzip\r\n", "no gzip at all")));
        assertFault(
                FetchMessage.BROKEN_OFF,
                FaultServer.of(FaultServer.answer(
                        "200 OK", "Content-Encoding: gzip\r\n", body.substring(0, body.length() / 2))));
        assertFault(
                FetchMessage.GARBLED,
                FaultServer.of(FaultServer.answer("200 OK", "Content-Encoding: zoo\r\n", "anything")));
    }

    @Test
    void anAnswerThatIsBrokenOffIsAFault() throws IOException {
        assertFault(FetchMessage.BROKEN_OFF, FaultServer.of("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"));
        assertFault(
                FetchMessage.BROKEN_OFF,
                FaultServer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n5\r\nab"));
        assertFault(FetchMessage.BROKEN_OFF, new FaultServer((head, socket) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        }));
    }

    @Test
    void whatIsNoHttpIsAFault() throws IOException {
        try (FaultServer server = FaultServer.of("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
            assertThat(((Failed) fetch(server)).fault()).isIn(FetchMessage.GARBLED, FetchMessage.BROKEN_OFF);
        }
    }

    @Test
    void aSlowBodyEndsAtTheDeadline() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (FaultServer server = new FaultServer((head, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await(end);
        })) {
            assertFault(FetchMessage.TIMED_OUT, fetch(server.address("/"), SHORT));
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEndlessBodyIsCutAtTheCap() throws IOException {
        byte[] much = new byte[1 << 16];
        assertFault(FetchMessage.TOO_LARGE, new FaultServer((head, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!socket.isClosed()) {
                out.write(much);
            }
        }));
    }

    @Test
    void aSmallAnswerThatUnpacksToAHugeOneIsCutAtTheCap() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertFault(
                FetchMessage.TOO_LARGE,
                FaultServer.of(FaultServer.answer(
                        "200 OK", "Content-Encoding: gzip\r\n", packed.toString(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void aRedirectIsFollowedOnTheSameServerOnly() throws IOException {
        try (FaultServer server = new FaultServer((head, socket) -> FaultServer.text(
                        head.startsWith("GET /data")
                                ? FaultServer.answer("301 Moved", "Location: /new\r\n", "")
                                : FaultServer.answer("200 OK", "", "moved"))
                .to(head, socket))) {
            assertThat(fetch(server)).isInstanceOf(Fetched.class);
        }
        for (String location : List.of(
                "/data", "http://192.168.0.1/x", "https://example.org/x", "http://127.0.0.1:1/x", "file:///x", "::")) {
            clock.step(Duration.ofHours(7)); // beyond any rest
            assertFault(
                    FetchMessage.REDIRECTED,
                    FaultServer.of(FaultServer.answer("302 Found", "Location: " + location + "\r\n", "")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1/",
        "https://172.16.5.5/",
        "https://192.168.1.1/",
        "https://127.0.0.1:1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://192.0.0.8/",
        "https://198.18.0.1/",
        "https://255.255.255.255/",
        "https://224.0.0.1/",
        "https://[::1]:1/",
        "https://[fe80::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[2002:a00:1::1]/",
        "https://inside.example.org/"
    })
    void anAddressWithinAPrivateNetworkIsNotFetched(String address) {
        assertFault(FetchMessage.PRIVATE_ADDRESS, fetcher.fetch(request(URI.create(address)), POLICY, Validators.NONE));
    }

    @Test
    void publicAddressesMayBeFetched() throws IOException {
        for (String address : List.of("8.8.8.8", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "64:ff9b::808:808")) {
            assertThat(PublicAddresses.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void withoutEncryptionOnlyThisMachineIsAsked() {
        assertFault(FetchMessage.INSECURE, fetch(URI.create("http://example.org/"), POLICY));
        assertFault(FetchMessage.INSECURE, fetch(URI.create("ftp://example.org/"), POLICY));
    }

    @Test
    void aServerThatIsNotThereIsAFault() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertFault(FetchMessage.NOT_CONNECTED, fetch(URI.create("http://127.0.0.1:" + port + "/"), POLICY));
        assertFault(FetchMessage.UNKNOWN_HOST, fetch(URI.create("https://none.invalid/"), POLICY));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> speakPlainly(server));
            assertFault(
                    FetchMessage.TLS_FAILED,
                    fetch(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"), POLICY));
        }
    }

    private static void speakPlainly(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("no TLS here, only text\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the client hung up
        }
    }

    @Test
    void aSourceThatIsAskedTooOftenRestsAsLongAsItSays() throws IOException {
        try (FaultServer server =
                FaultServer.of(FaultServer.answer("429 Too Many Requests", "Retry-After: 120\r\n", ""))) {
            Failed failed = assertFault(FetchMessage.TOO_MANY_REQUESTS, fetch(server));
            assertThat(failed.retryAt()).isEqualTo(Instant.parse("2026-11-26T12:02:00Z"));

            clock.set("2026-11-26T12:01:59Z");
            assertFault(FetchMessage.PAUSED, fetch(server));
            assertThat(server.requests()).hasSize(1);

            clock.set("2026-11-26T12:02:00Z");
            server.answerWith(FaultServer.text(
                    FaultServer.answer("429 Too Many", "Retry-After: Thu, 26 Nov 2026 13:00:00 GMT\r\n", "")));
            assertThat(((Failed) fetch(server)).retryAt()).isEqualTo(Instant.parse("2026-11-26T13:00:00Z"));
        }
    }

    @Test
    void withoutAWordOnItASourceRestsLongerEachTime() throws IOException {
        try (FaultServer server = FaultServer.of(FaultServer.answer("429 Too Many Requests", "", ""))) {
            assertThat(((Failed) fetch(server)).retryAt()).isEqualTo(Instant.parse("2026-11-26T12:15:00Z"));
            clock.set("2026-11-26T12:15:00Z");
            assertThat(((Failed) fetch(server)).retryAt()).isEqualTo(Instant.parse("2026-11-26T12:45:00Z"));
        }
    }

    @Test
    void aSourceThatFailsInARowRestsAndComesBack() throws IOException {
        try (FaultServer server = FaultServer.of(FaultServer.answer("500 Internal Server Error", "", ""))) {
            for (int burst = 0; burst < SourceGate.FAILURES; burst++) {
                assertFault(FetchMessage.SERVER_FAULT, fetch(server));
            }
            Failed paused = assertFault(FetchMessage.PAUSED, fetch(server));
            assertThat(paused.retryAt()).isEqualTo(Instant.parse("2026-11-26T12:01:00Z"));
            assertThat(server.requests()).hasSize(SourceGate.FAILURES);

            clock.set("2026-11-26T12:01:00Z");
            server.answerWith(FaultServer.text(FaultServer.answer("200 OK", "", "[]")));
            assertThat(fetch(server)).isInstanceOf(Fetched.class);
            assertThat(fetcher.state("test").failures()).isEqualTo(SourceGate.FAILURES);
            fetcher.understood("test");
            assertThat(fetcher.state("test").failures()).isZero();
        }
    }

    @Test
    void aRestOutlivesTheProcess() throws IOException {
        try (FaultServer server = FaultServer.of(FaultServer.answer("200 OK", "", "[]"))) {
            fetcher.restore("test", new GateState(4, Instant.parse("2026-11-26T12:30:00Z"), "fetch-forbidden", null));

            assertThat(assertFault(FetchMessage.PAUSED, fetch(server)).text())
                    .isEqualTo("test rests until 2026-11-26T12:30:00Z, after: fetch-forbidden. It is asked again"
                            + " after that time");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void requestsKeepToTheLimitOfTheSource() throws IOException {
        FetchPolicy two = new FetchPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(20), 1L << 20, true);
        List<Instant> ended = new ArrayList<>();
        try (FaultServer server = FaultServer.of(FaultServer.answer("200 OK", "", "[]"))) {
            for (int request = 0; request < 6; request++) {
                ended.add(fetcher.fetch(request(server.address("/" + request)), two, Validators.NONE)
                        .ended());
            }
        }
        Instant start = Instant.parse("2026-11-26T12:00:00Z");
        assertThat(ended)
                .containsExactly(
                        start,
                        start,
                        start.plusMillis(500),
                        start.plusMillis(1000),
                        start.plusMillis(1500),
                        start.plusMillis(2000));
    }

    @Test
    void aLimitThatIsUsedUpForLongIsAPause() throws IOException {
        FetchPolicy daily = new FetchPolicy(1, Duration.ofDays(1), Duration.ofSeconds(20), 1L << 20, true);
        try (FaultServer server = FaultServer.of(FaultServer.answer("200 OK", "", "[]"))) {
            fetcher.fetch(request(server.address("/1")), daily, Validators.NONE);
            for (int again = 0; again < 3; again++) {
                Failed paused = assertFault(
                        FetchMessage.PAUSED, fetcher.fetch(request(server.address("/2")), daily, Validators.NONE));
                assertThat(paused.retryAt())
                        .as("who asks in vain puts nothing off")
                        .isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
            }
            assertThat(server.requests()).hasSize(1);

            clock.set("2026-11-27T12:00:00Z");
            fetcher.fetch(request(server.address("/2")), daily, Validators.NONE);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void whoAsksForTheSameMeanwhileGetsTheSameAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (FaultServer server = new FaultServer((head, socket) -> {
                    asked.countDown();
                    await(go);
                    FaultServer.text(FaultServer.answer("200 OK", "", "once")).to(head, socket);
                });
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<FetchOutcome> first = threads.submit(() -> fetch(server));
            asked.await();
            CountDownLatch joining = new CountDownLatch(1);
            Future<FetchOutcome> second = threads.submit(() -> {
                joining.countDown();
                return fetch(server);
            });
            joining.await();
            while (!fetcher.isJoined()) {
                Thread.onSpinWait();
            }
            go.countDown();
            assertThat(second.get()).isSameAs(first.get());
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aStoppedThreadEndsItsWait() {
        Fetcher stopped = new Fetcher(
                clock,
                duration -> {
                    throw new InterruptedException();
                },
                Map.of());
        FetchOutcome outcome = stopped.fetch(request(URI.create("https://example.org/")), POLICY, Validators.NONE);
        stopped.close();

        assertThat(Thread.interrupted()).isTrue();
        assertFault(FetchMessage.INTERRUPTED, outcome);
    }

    @Test
    void theProxyOfTheEnvironmentIsUsed() throws IOException {
        try (FaultServer proxy = FaultServer.of(FaultServer.answer("502 Bad Gateway", "", ""))) {
            Map<String, String> variables = Map.of(
                    "HTTPS_PROXY", "http://127.0.0.1:" + proxy.address("/").getPort(), "NO_PROXY", "*.invalid");
            Fetcher proxied = new Fetcher(clock, clock::step, variables);
            FetchOutcome outcome = proxied.fetch(request(URI.create("https://example.org/x")), POLICY, Validators.NONE);
            FetchOutcome direct = proxied.fetch(request(URI.create("https://none.invalid/x")), POLICY, Validators.NONE);
            proxied.close();

            assertThat(proxy.requests()).singleElement().asString().startsWith("CONNECT example.org:443");
            assertThat(outcome).isInstanceOf(Failed.class);
            assertFault(FetchMessage.UNKNOWN_HOST, direct);
        }
    }
}
