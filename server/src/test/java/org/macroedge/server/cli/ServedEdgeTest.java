package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What the server answers to requests that no ordinary client sends: every refusal is a problem.
class ServedEdgeTest {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();

    @TempDir
    static Path folder;

    private static Server server;
    private static int port;

    @BeforeAll
    static void serve() {
        server = new SampleHome(folder).serve();
        port = server.address().getPort();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "400 | GET /api/v1/bias/%zz HTTP/1.1",
                "400 | GET /api/v1/bias/%2e%2e/x HTTP/1.1",
                "404 | GET /api/v1/bias/a%2Fb HTTP/1.1",
                "404 | GET /api/v1/bias/100%25 HTTP/1.1",
                "404 | GET /api%2Fv1%2Finstruments HTTP/1.1",
                "404 | GET /assets/..%2findex.html HTTP/1.1",
                "404 | GET /assets/..%252findex.html HTTP/1.1",
                "404 | GET /assets/%252e%252e/index.html HTTP/1.1",
                "400 | GET /assets/..%5Cindex.html HTTP/1.1",
                "400 | GET /api/v1/bias/%5C HTTP/1.1",
                "400 | GET /api/v1/bias/%00 HTTP/1.1",
                "400 | GET /api/v1/bias/%ff HTTP/1.1",
                "400 | GET /api/../../etc/passwd HTTP/1.1",
                "400 | GET /api/v1/sources;jsessionid=1 HTTP/1.1",
                "400 | GET /;a HTTP/1.1",
                "400 | GET",
                "400 | G\u0001T / HTTP/1.1",
                "400 | GET / HTTP/1.1 extra",
                "400 | GET /api/v1/bias/summary?asOf=%zz HTTP/1.1",
                "505 | GET / HTTP/3.7",
                "405 | TRACE /api/v1/bias/summary HTTP/1.1",
                "405 | TRACE / HTTP/1.1",
                "405 | DELETE /api/v1/bias/summary HTTP/1.1",
                "405 | BREW /api/v1/instruments HTTP/1.1",
                "404 | GET /error HTTP/1.1",
                "404 | TRACE /api/v1/nothing HTTP/1.1"
            })
    void aRequestLineThatIsRefusedIsAnsweredWithAProblem(int status, String line) throws Exception {
        Answer answer = send(line + "\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n");
        assertProblem(answer, status);
        if (status == 405) {
            assertThat(answer.head()).as(line).containsIgnoringCase("\r\nAllow: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;/", "text/csv;q=9999", "image/png"})
    void anAcceptHeaderThatSuitsNothingIsAnsweredWithAProblem(String accept) throws Exception {
        assertProblem(get("/api/v1/instruments", "127.0.0.1:" + port, "Accept: " + accept + "\r\n"), 406);
    }

    @Test
    void anAddressWithASlashAtItsEndIsNamedWithIt() throws Exception {
        assertThat(get("/api/v1/sources/", "127.0.0.1:" + port, "").body())
                .contains("Nothing exists at /api/v1/sources/");
    }

    /// An action without a body would otherwise be done before the body is looked at.
    @ParameterizedTest
    @ValueSource(
            strings = {"jobs/bias_engine/pause", "jobs/bias_engine/resume", "jobs/bias_engine/run", "imports/1/undo"})
    void anActionWithABodyIsRefusedAndNotDone(String action) throws Exception {
        String head = "POST /api/v1/" + action + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n";
        String jobs = get("/api/v1/jobs", "127.0.0.1:" + port, "").body();

        assertProblem(send(head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n"), 400);
        assertProblem(send(head + "Content-Length: 9223372036854775807\r\n\r\n"), 400, 413);
        Answer unwanted = send(head + "Content-Length: 2\r\n\r\n{}");
        assertProblem(unwanted, 400);
        DeclaredMessages.assertSeen(
                "RequestProblem.UNWANTED_BODY",
                Json.mapper().readTree(unwanted.body()).path("detail").asString());

        assertThat(get("/api/v1/jobs", "127.0.0.1:" + port, "").body()).isEqualTo(jobs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Content-Length: x",
                "400 | Content-Length: -1",
                "400 | Host: 127.0.0.1",
                "400 | Transfer-Encoding: gzip",
                "400 | Transfer-Encoding: chunked, chunked",
                "417 | Expect: the-unexpected",
                "400 | Bad Header: x",
                "400 | : x"
            })
    void aHeaderThatIsRefusedIsAnsweredWithAProblem(int status, String header) throws Exception {
        assertProblem(
                send("POST /api/v1/imports HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + header
                        + "\r\nConnection: close\r\n\r\n"),
                status);
    }

    @Test
    void anIdWithAnEncodedSlashIsReadAsAnId() throws Exception {
        Answer answer = get("/api/v1/bias/EUR%2FUSD", "127.0.0.1:" + port, "");

        assertProblem(answer, 404);
        assertThat(answer.body()).contains("EUR/USD", "EURUSD");
    }

    @Test
    void whatIsTooLongIsAnsweredWithAProblemAndTheConnectionIsSaidToClose() throws Exception {
        Answer address = send("GET /api/v1/bias/" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Answer header = send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n");

        assertProblem(address, 414);
        assertProblem(header, 431);
        assertThat(address.head()).contains("Connection: close");
        assertThat(header.head()).contains("Connection: close");
    }

    @Test
    void aConnectionTakesAnotherRequestAfterAFormThatIsBroken() throws Exception {
        String broken = "POST /api/v1/imports?profile=macro-edge HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 4\r\n\r\nnull";

        String answers = send(broken + "GET /api/v1/instruments HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nConnection: close\r\n\r\n")
                .toString();

        assertThat(answers).contains("400 Bad Request", "HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.0.0.1:1", "127.0.0.1:", "127.0.0.1:PORT0", "evil.example:PORT", "127.0.0.1.:PORT",
                "[::1]:1", "[::1]", "[::ffff:127.0.0.1]:PORT", "[::2]:PORT", "user@127.0.0.1:PORT", "0.0.0.0:PORT",
                "0177.0.0.1:PORT", "127.0.0.1:PORT:PORT", ""
            })
    void anotherHostOrPortIsRefused(String host) throws Exception {
        Answer answer = get("/api/v1/instruments", host.replace("PORT", String.valueOf(port)), "");
        assertThat(answer.status()).as(host).isIn(400, 403);
        assertProblem(answer, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT"})
    void eachNameOfThisMachineWithThePortIsAccepted(String host) throws Exception {
        assertThat(get("/api/v1/instruments", host.replace("PORT", String.valueOf(port)), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theAddressOfARequestToAProxyMustBeThisServersOwn() throws Exception {
        String own = "127.0.0.1:" + port;
        assertThat(get("http://" + own + "/api/v1/instruments", own, "").status())
                .isEqualTo(200);
        for (String foreign : new String[] {
            "http://evil.example/api/v1/instruments", "https://" + own + "/api/v1/instruments", "http://127.0.0.1:1/"
        }) {
            Answer answer = get(foreign, own, "");
            assertThat(answer.status()).as(foreign).isIn(400, 403);
            assertProblem(answer, answer.status());
        }
        assertProblem(
                send("CONNECT evil.example:443 HTTP/1.1\r\nHost: " + own + "\r\nConnection: close\r\n\r\n"),
                400,
                403,
                404,
                405);
    }

    @Test
    void ofSeveralOriginsNoneCounts() throws Exception {
        String own = "127.0.0.1:" + port;
        String origin = "Origin: http://" + own + "\r\n";
        String foreign = "Origin: http://evil.example\r\n";
        assertThat(get("/api/v1/instruments", own, origin).status()).isEqualTo(200);
        for (String headers : List.of(origin + foreign, foreign + origin, origin + origin)) {
            assertProblem(get("/api/v1/instruments", own, headers), 403);
        }
        assertProblem(
                get("/api/v1/instruments", own, "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n"), 403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/instruments | application/json;charset=utf-16 | application/json",
                "/api/v1/instruments | application/json;version=2 | application/json",
                "/api/v1/jobs | application/json;charset=iso-8859-1 | application/json",
                "/api/v1/exports/releases | text/csv;charset=utf-16 | text/csv;charset=UTF-8"
            })
    void theTypeOfAnAnswerIsWhatItIsWhateverCharacterSetIsAskedFor(String path, String accept, String type)
            throws Exception {
        Answer answer = get(path, "127.0.0.1:" + port, "Accept: " + accept + "\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.head()).containsIgnoringCase("\r\nContent-Type: " + type + "\r\n");
    }

    @Test
    void aForeignSiteMayOnlyLinkToThePage() throws Exception {
        String own = "127.0.0.1:" + port;
        String foreign = "Sec-Fetch-Site: cross-site\r\n";
        String link = foreign + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
        assertThat(get("/", own, link).status()).isEqualTo(200);
        assertThat(get("/instruments/EURUSD", own, link).status()).isEqualTo(200);
        assertProblem(get("/", own, foreign), 403);
        assertProblem(get("/", own, link.replace("document", "iframe")), 403);
        assertProblem(get("/favicon.svg", own, foreign + "Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n"), 403);
        assertProblem(get("/api/v1/instruments", own, link), 403);
        assertProblem(get("/%61pi/v1/instruments", own, link), 403);
        assertProblem(get("/api;x=y/v1/instruments", own, link), 400, 403);
        assertProblem(
                send("POST / HTTP/1.1\r\nHost: " + own + "\r\n" + link
                        + "Content-Length: 0\r\nConnection: close\r\n\r\n"),
                403);
        for (String site : new String[] {"same-origin", "same-site", "none"}) {
            assertThat(get("/api/v1/instruments", own, "Sec-Fetch-Site: " + site + "\r\n")
                            .status())
                    .isEqualTo(200);
        }
    }

    /// What came back, head and body.
    private record Answer(int status, String head, String body) {

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            assertThat(text).startsWith("HTTP/1.1 ");
            return new Answer(
                    Integer.parseInt(text.substring(9, 12)), text.substring(0, end + 2), text.substring(end + 4));
        }
    }

    private static Answer get(String target, String host, String headers) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private static Answer send(String request) throws IOException {
        URI address = server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refusedEarly) {
                // the answer is there already
            }
            return Answer.of(read(socket.getInputStream()));
        }
    }

    /// Up to the end, or to the end of a problem: the connection of a CONNECT stays open.
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.write(next);
            if (next == '\n' && text.toString(StandardCharsets.UTF_8).endsWith("\"}\n")) {
                break;
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void assertProblem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.toString()).isIn((Object[]) statuses);
        assertThat(answer.head()).as(answer.toString()).contains("application/problem+json");
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("type").asString()).startsWith("urn:macro-edge:problem:");
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(problem.path("title").asString()).isNotEmpty();
    }
}
