package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Bodies of JSON that are empty, cut off or sent in chunks that are broken.
class RefusedBodiesTest {

    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void serve() {
        server = new SampleHome(folder).serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// @param body with a tilde for each line end
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 0 | '' | NOT_JSON",
                "Transfer-Encoding: chunked | '0~~' | NOT_JSON",
                "Transfer-Encoding: chunked | '1~{~0~~' | NOT_JSON",
                "Transfer-Encoding: chunked | 'ZZ~' | BROKEN_BODY",
                "Transfer-Encoding: chunked | '1~{ZZ~' | BROKEN_BODY"
            })
    void aBodyThatCannotBeReadIsRefusedWithWhatToSend(String header, String body, String message) throws Exception {
        RawExchange answer = RawExchange.send(
                server.address(),
                "POST /api/v1/releases?dryRun=true HTTP/1.1",
                List.of("Host: 127.0.0.1:" + server.address().getPort(), "Content-Type: application/json", header),
                body.replace("~", "\r\n"));
        JsonNode problem = Json.mapper().readTree(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(problem.path("type").asString()).isEqualTo("urn:macro-edge:problem:invalid-request");
        String detail = problem.path("detail").asString();
        assertThat(detail).contains("Send one JSON object with the fields source, ");
        DeclaredMessages.assertSeen("RequestProblem." + message, detail);
    }

    /// A number that is cut down would make a key of one day out of one and a half.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 | 200",
                "1.0 | 200",
                "1e1 | 200",
                "null | 200",
                "1.5 | 400",
                "0.999 | 400",
                "1e-1 | 400",
                "\"1\" | 400",
                "\"\" | 400",
                "true | 400",
                "[1] | 400",
                "{} | 400",
                "1e400000000 | 400",
                "2147483649 | 400"
            })
    void theDaysOfAKeyAreAWholeNumber(String days, int status) throws Exception {
        HttpResponse<String> answer = SampleHome.send(HttpRequest.newBuilder(
                        server.address().resolve("/api/v1/keys"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"x\",\"role\":\"viewer\",\"days\":" + days + "}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
