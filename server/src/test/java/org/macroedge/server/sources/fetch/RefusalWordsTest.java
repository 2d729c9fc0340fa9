package org.macroedge.server.sources.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FetchOutcome.Failed;

/// What a publisher says with a refusal, and what it tells.
class RefusalWordsTest {

    private static final String KEY = "canary/of+a key";
    private static final FetchPolicy POLICY =
            new FetchPolicy(100, Duration.ofMinutes(1), Duration.ofSeconds(5), 1L << 20, false);

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private final Fetcher fetcher = new Fetcher(clock, clock::step, Map.of());

    @AfterEach
    void close() {
        fetcher.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 Bad Request  | {"error_code":400,"error_message":"Bad Request.  The value for variable api_key is not registered."} | KEY_REFUSED
        400 Bad Request  | {"error_code":400,"error_message":"The value for variable api_key is not a 32 character alpha-numeric lower-case string."} | KEY_REFUSED
        422 Unprocessable | {"message":"Invalid API key"} | KEY_REFUSED
        400 Bad Request  | {"error_code":400,"error_message":"Bad Request.  The series does not exist."} | UNEXPECTED_STATUS
        400 Bad Request  | the keys of this request are out of order | UNEXPECTED_STATUS
        500 Server Error | api_key service is down | SERVER_FAULT
        429 Too Many     | too many requests for this api_key | TOO_MANY_REQUESTS
        """)
    void aRefusalThatNamesTheKeyIsOfTheKey(String status, String words, FetchMessage fault) throws IOException {
        assertThat(refusal(status, words).fault()).isEqualTo(fault);
    }

    @Test
    void theSourceRestsUntilAPersonCanHaveSettledItsKey() throws IOException {
        Failed failed = refusal("400 Bad Request", "{\"error_message\":\"api_key is not registered\"}");

        assertThat(failed.retryAt()).isEqualTo("2026-11-26T13:00:00Z");
        assertThat(fetcher.state("test").rests(Instant.parse("2026-11-26T12:59:59Z")))
                .isTrue();
    }

    @Test
    void aReaderSeesWhatThePublisherSays() throws IOException {
        assertThat(refusal("400 Bad Request", "The  series\\ndoes not exist.\n").text())
                .isEqualTo("127.0.0.1 answered with status 400: The series\\ndoes not exist. Report it if it stays");
        assertThat(refusal("400 Bad Request", "").text())
                .isEqualTo("127.0.0.1 answered with status 400. Report it if it stays");
        assertThat(refusal("400 Bad Request", "<html>Bad Request</html>").text())
                .isEqualTo("127.0.0.1 answered with status 400. Report it if it stays");
    }

    @Test
    void aKeyThatIsRepeatedIsNotShown() throws IOException {
        for (String repeated : new String[] {KEY, "canary%2Fof%2Ba+key", "canary\\/of+a key"}) {
            clock.step(Duration.ofHours(7)); // beyond any rest
            assertThat(refusal("400 Bad Request", "no api_key " + repeated).text())
                    .contains("no api_key ***")
                    .doesNotContain("canary");
        }
    }

    @Test
    void aRefusalThatDoesNotEndIsCut() throws IOException {
        byte[] much = "much ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        try (FaultServer server = new FaultServer((head, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!socket.isClosed()) {
                out.write(much);
            }
        })) {
            assertThat(refusal(server).text())
                    .startsWith("127.0.0.1 answered with status 400: much much")
                    .hasSizeLessThan(400);
            assertThat(fetcher.openConnections()).isZero();
        }
    }

    @Test
    void aRefusalWhoseBodyFailsIsStillARefusal() throws IOException {
        try (FaultServer server = FaultServer.of("HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n{\"err")) {
            assertThat(refusal(server).fault()).isEqualTo(FetchMessage.UNEXPECTED_STATUS);
        }
        try (FaultServer server =
                FaultServer.of(FaultServer.answer("401 Unauthorized", "Content-Encoding: gzip\r\n", "no gzip"))) {
            assertThat(refusal(server).text()).contains("refuses the key (401).");
        }
    }

    @Test
    void silenceIsNotADeadlineThatPassed() {
        assertThat(FetchFaults.of(new SocketTimeoutException("Read timed out"))).isEqualTo(FetchMessage.SILENT);
    }

    private Failed refusal(String status, String words) throws IOException {
        try (FaultServer server = FaultServer.of(FaultServer.answer(status, "", words))) {
            return refusal(server);
        }
    }

    private Failed refusal(FaultServer server) {
        FetchRequest request = FetchRequest.get("test", "series X", server.address("/data"), "*/*")
                .withSecret("api_key", KEY);
        return (Failed) fetcher.fetch(request, POLICY.trusting(), Validators.NONE);
    }
}
