package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Sends queries of GraphQL to a server.
record GraphqlClient(Server server) {

    /// @param headers name and value in turn
    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return SampleHome.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /// The whole answer to a query.
    JsonNode ask(String query) throws IOException, InterruptedException {
        return ask(query, Map.of());
    }

    JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return Json.mapper()
                .readTree(post(Json.text(Map.of("query", query, "variables", variables)))
                        .body());
    }

    /// The answer to a query that has one.
    JsonNode data(String query) throws IOException, InterruptedException {
        JsonNode answer = ask(query);
        assertThat(answer.path("errors").toString()).as(query).isEmpty();
        return answer.path("data");
    }

    /// The code and the message of the only error of a query.
    String error(String query) throws IOException, InterruptedException {
        return error(ask(query));
    }

    static String error(JsonNode answer) {
        JsonNode errors = answer.path("errors");
        assertThat(errors).as(answer.toString()).hasSize(1);
        JsonNode error = errors.path(0);
        return error.at("/extensions/code").asString() + " "
                + error.path("message").asString();
    }

    /// Every field of the answer to a question, down to the last one.
    ///
    /// @param question the name of a field of Query
    String everything(String question) throws IOException, InterruptedException {
        JsonNode types = data("{ __schema { types { name fields { name type { kind name ofType { kind name"
                        + " ofType { kind name ofType { kind name } } } } } } } }")
                .at("/__schema/types");
        return selection(types, typeOf(types, "Query", question));
    }

    private static String selection(JsonNode types, String type) {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : fields(types, type)) {
            fields.add(field.path("name").asString() + selection(types, name(field.path("type"))));
        }
        return fields.isEmpty() ? "" : " { " + String.join(" ", fields) + " }";
    }

    private static String typeOf(JsonNode types, String type, String field) {
        for (JsonNode candidate : fields(types, type)) {
            if (candidate.path("name").asString().equals(field)) {
                return name(candidate.path("type"));
            }
        }
        throw new AssertionError("no field " + field);
    }

    private static JsonNode fields(JsonNode types, String type) {
        for (JsonNode candidate : types) {
            if (candidate.path("name").asString().equals(type)) {
                return candidate.path("fields");
            }
        }
        throw new AssertionError("no type " + type);
    }

    /// The name of what a type is a list of, or demands.
    private static String name(JsonNode type) {
        JsonNode inner = type;
        while (inner.path("ofType").isObject()) {
            inner = inner.path("ofType");
        }
        return inner.path("name").asString();
    }
}
