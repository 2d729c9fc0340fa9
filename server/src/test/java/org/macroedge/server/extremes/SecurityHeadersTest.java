package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersTest {

    @TempDir
    static Path folder;

    private static SmallServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SmallServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /instruments/EURUSD, 200",
        "GET, /openapi.json, 200",
        "GET, /actuator/health, 200",
        "GET, /api/v1/bias/summary, 200",
        "GET, /api/v1/exports/releases, 200",
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/heatmap?x=y, 400",
        "POST, /api/v1/bias/summary, 405",
        "POST, /api/v1/jobs/nothing/run, 404"
    })
    void everyAnswerTellsABrowserWhatItMayDo(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = server.client()
                .send(
                        HttpRequest.newBuilder(server.address(path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        HttpHeaders headers = answer.headers();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'self'",
                        "script-src 'self';",
                        "connect-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
