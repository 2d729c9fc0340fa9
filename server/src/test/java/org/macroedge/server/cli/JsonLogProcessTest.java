package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Whatever a server process writes while `MACRO_EDGE_LOG` says JSON is JSON, from its first line to its last.
@Tag("system")
class JsonLogProcessTest {

    @TempDir
    private Path folder;

    private Map<String, String> variables(String port) {
        return Map.of(
                "MACRO_EDGE_LOG",
                "json",
                "MACRO_EDGE_PORT",
                port,
                "MACRO_EDGE_HOME",
                folder.resolve("home").toString(),
                "MACRO_EDGE_CATALOGUE",
                Path.of("../catalogue").toAbsolutePath().toString(),
                "MACRO_EDGE_SAMPLE",
                "none",
                "MACRO_EDGE_SOURCES",
                "none");
    }

    private static List<JsonNode> lines(MacroEdgeProcess process) {
        return process.written()
                .lines()
                .map(line -> Json.mapper().readTree(line))
                .toList();
    }

    private static void ask(HttpClient http, URI address) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/bias/summary?geheim=1"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /// So that there is something to log while the server ends.
    private static void askUntilItEnds(HttpClient http, URI address) {
        try {
            while (true) {
                ask(http, address);
            }
        } catch (IOException ended) {
            // as it must
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everyLineIsJson() throws Exception {
        MacroEdgeProcess server = MacroEdgeProcess.start(folder.resolve("serve.log"), variables("0"));
        server.awaitServer(folder.resolve("home"));
        URI address = ServerFile.read(new HomeDirectory(folder.resolve("home")))
                .orElseThrow()
                .address();
        MacroEdgeProcess second = MacroEdgeProcess.start(folder.resolve("second.log"), variables("0"));
        assertThat(second.await()).isEqualTo(1);
        try (HttpClient http = HttpClient.newHttpClient()) {
            ask(http, address);
            Thread asking = Thread.ofVirtual().start(() -> askUntilItEnds(http, address));
            server.process().destroy();
            server.await();
            asking.join();
        }

        assertThat(lines(server))
                .anyMatch(line -> line.path("message").asString().startsWith("macro-edge is at http://127.0.0.1:"))
                .anyMatch(line -> line.path("message").asString().equals("request")
                        && line.path("route").asString().equals("/api/v1/bias/summary")
                        && line.path("principal").asString().equals("local")
                        && line.path("status").asInt() == 400);
        assertThat(server.written()).doesNotContain("geheim");
        assertThat(lines(second))
                .anyMatch(line -> line.path("level").asString().equals("ERROR")
                        && line.path("message").asString().contains("the home directory is in use by a server"));
    }
}
