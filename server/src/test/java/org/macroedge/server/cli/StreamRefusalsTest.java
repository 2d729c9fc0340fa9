package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Who gets no stream.
@Timeout(120)
class StreamRefusalsTest {

    private static final String BEYOND_THE_END = "900000000000000000";

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

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "1e3", "999999999999999999999"})
    void anIdThatIsNoNumberIsRefused(String id) throws Exception {
        assertRefused(id, "invalid-request", "Last-Event-ID \"" + id + "\" is not the id of an event");
    }

    @Test
    void anIdThatTheLogDoesNotHaveIsRefused() throws Exception {
        assertRefused(BEYOND_THE_END, "unknown-event", "Event " + BEYOND_THE_END + " does not exist");
    }

    private static void assertRefused(String id, String code, String text) throws Exception {
        HttpResponse<String> answer = SampleHome.get(server, "/api/v1/stream", "Last-Event-ID", id);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem.path("type").asString()).endsWith(":" + code);
        assertThat(problem.path("detail").asString()).startsWith(text);
    }

    @Test
    void aForeignPageIsRefused() throws Exception {
        assertThat(SampleHome.get(server, "/api/v1/stream", "Origin", "http://example.org")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRequestForTheHeadersAloneEnds() throws Exception {
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/stream"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
