package org.macroedge.server.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Asks the home's running server where there is one, else the store itself. Both give the same answer.
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Asking() {}

    /// @param path of the REST API, without its parameters
    /// @param shape of the answer
    /// @param local answers from the store
    static <T> T ask(
            Console console,
            Clock clock,
            QuestionOptions question,
            String path,
            Map<String, String> more,
            Class<T> shape,
            Function<Session.Known, T> local) {
        Optional<ServerFile> server = ServerFile.read(HomeDirectory.of(System.getenv(), question.home.home));
        if (server.isPresent()) {
            T answer = remote(server.get().address(), path, parameters(question, more), shape);
            if (answer != null) {
                return answer;
            }
        }
        try (Session session = Session.open(question.home, clock, console.notes())) {
            return local.apply(session.known(question.recordedAt()));
        }
    }

    private static Map<String, String> parameters(QuestionOptions question, Map<String, String> more) {
        Map<String, String> parameters = new TreeMap<>(more);
        if (question.asOf != null) {
            parameters.put("asOf", question.asOf);
        }
        if (question.recordedAt != null) {
            parameters.put("recordedAt", question.recordedAt);
        }
        return parameters;
    }

    /// The server's answer; null where it does not answer after all.
    private static <T> @Nullable T remote(URI server, String path, Map<String, String> parameters, Class<T> shape) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI address = server.resolve("/api/v1/" + path + (query.isEmpty() ? "" : "?" + query));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw problem(response);
            }
            return Json.mapper().readValue(response.body(), shape);
        } catch (ConnectException gone) {
            return null;
        } catch (IOException fault) {
            throw new MacroEdgeException(
                    ProblemCode.INTERNAL,
                    "the server at " + server + " broke off: " + fault.getMessage(),
                    "",
                    "",
                    fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server answered", interrupted);
        }
    }

    private static MacroEdgeException problem(HttpResponse<byte[]> response) {
        JsonNode problem = Json.mapper().readTree(response.body());
        return new MacroEdgeException(
                ProblemCode.INVALID_REQUEST,
                problem.path("detail").asString("status " + response.statusCode()),
                "",
                "");
    }
}
