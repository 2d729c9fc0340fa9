package org.macroedge.server.sources.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        400 Bad Request  | {"error_message":"Bad Request. Variables are api_key and limit. The limit is not a number."} | UNEXPECTED_STATUS
        400 Bad Request  | <html><title>Invalid Key</title><body>See the help</body></html> | KEY_REFUSED
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

    /// Cut, broken in lines, in base64 (plain, and after other bytes), percent or JSON escapes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no key canary/of",
                "no key canary",
                "no key canary\n/of+a key",
                "no key Y2FuYXJ5L29mK2Ega2V5",
                "no key OmNhbmFyeS9vZithIGtleQ==",
                "no key %63%61%6e%61%72%79%2f%6f%66%2b%61%20%6b%65%79",
                "no key \\u0063\\u0061\\u006e\\u0061\\u0072\\u0079\\u002f\\u006f\\u0066",
                "no key &#99;&#97;&#110;&#x61;&#114;&#121;/of"
            })
    void wordsThatRepeatAPartOfTheKeyAreNotShown(String words) throws IOException {
        assertThat(refusal("418 Teapot", words).text())
                .isEqualTo("127.0.0.1 answered with status 418: its words repeat a part of the key, and are not shown."
                        + " Report it if it stays");
    }

    @Test
    void aKeyThatTheEndOfWhatIsReadCutsIsNotShown() throws IOException {
        String words = "x".repeat(4_085) + " " + KEY;
        assertThat(refusal("400 Bad Request", words).text()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"error":{"message":"no such series"}} | 400: no such series. Report
        {"error_message":"wait...\\nand see."}  | 400: wait... and see. Report
        <html><title> Down   for repair </title></html> | 400: Down for repair. Report
        <html>no title</html>                  | 400. Report
        """)
    void theMessageIsTakenOutOfItsWrapping(String body, String shown) throws IOException {
        assertThat(refusal("400 Bad Request", body).text()).contains(shown);
    }

    @Test
    void whatIsNoTextSaysNothing() throws IOException {
        for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThat(refusalOf("no such series".getBytes(wide)).text()).contains("status 400. Report");
        }
        assertThat(refusalOf(new byte[] {'a', 0, 7, 'b'}).text()).contains("status 400. Report");
        assertThat(refusalOf("\uFEFF<html></html>".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("status 400. Report");
        assertThat(refusalOf("😀".repeat(400).getBytes(StandardCharsets.UTF_8)).text())
                .contains("😀".repeat(300) + ". Report");
    }

    @ParameterizedTest
    @CsvSource({
        "402 Payment Required, wants to be paid for this (402: not in your plan)",
        "403 Forbidden, forbids this request (403: not in your plan)"
    })
    void wordsSayWhatIsForbidden(String status, String shown) throws IOException {
        assertThat(refusal(status, "Not in your plan".toLowerCase(Locale.ROOT)).text())
                .contains(shown);
    }

    @Test
    void aSourceThatRefusesEachRequestRests() throws IOException {
        for (int request = 1; request < SourceGate.REFUSALS; request++) {
            assertThat(refusal("400 Bad Request", "no").retryAt()).isNull();
        }
        assertThat(refusal("400 Bad Request", "no").retryAt()).isEqualTo("2026-11-26T12:15:00Z");
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

    private Failed refusalOf(byte[] body) throws IOException {
        clock.step(Duration.ofHours(7)); // beyond any rest
        try (FaultServer server = new FaultServer((head, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        })) {
            return refusal(server);
        }
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
