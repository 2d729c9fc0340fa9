package org.macroedge.server.events.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macroedge.server.alerts.AlertRaised;
import org.macroedge.server.bias.BiasComputed;
import org.macroedge.server.events.Event;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.reference.WrittenPage;
import org.macroedge.server.regime.RegimeChanged;
import org.macroedge.server.releases.MacroDataUpdated;
import tools.jackson.databind.JsonNode;

/// The page of the events, made from their schemas, and that the program's own shapes are as
/// these say.
class EventsPageTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/org/macroedge/server/events");
    private static final List<String> TYPES =
            List.of("macro_data_updated", "bias_computed", "regime_changed", "alert_raised");
    private static final Instant TIME = Instant.parse("2022-01-07T13:30:00Z");
    private static final Map<String, Object> EXAMPLES = Map.of(
            "macro_data_updated",
            new MacroDataUpdated("US", 17, List.of("us-nonfarm-payrolls"), TIME, TIME),
            "bias_computed",
            new BiasComputed(
                    "default", "EURUSD", TIME, TIME, "3f0c5d1e9a7b", TIME.plusSeconds(1), -31.4, "bearish", -0.81),
            "regime_changed",
            new RegimeChanged(
                    "US",
                    "goldilocks",
                    "reflation",
                    LocalDate.parse("2021-12-31"),
                    LocalDate.parse("2021-12-31"),
                    TIME,
                    TIME.plusSeconds(1),
                    1.1176309281417803,
                    0.6398712091270314,
                    false,
                    false),
            "alert_raised",
            new AlertRaised(
                    "0192f0c4-6a53-7c8e-9d55-0f5c1d1f2a60",
                    "payrolls",
                    "surprise",
                    "us-nonfarm-payrolls@2022-01-07",
                    "Nonfarm payrolls 199K, expected 400K",
                    TIME,
                    TIME.plusSeconds(1)));

    private static final Map<String, String> KEYS = Map.of(
            "macro_data_updated", "US", "bias_computed", "EURUSD", "regime_changed", "US", "alert_raised", "payrolls");

    @Test
    void thePageHasEveryFieldOfEverySchema() throws IOException {
        StringBuilder page = new StringBuilder("""
            # Events

            What programs get through [a broker](../how-to/consume-events.md). Each event is one JSON document. A key is always present, and null where
            a value is absent. A new key leaves the version as it is, so ignore keys that you do not know; what would break a reader gets a new
            version. Instants are in UTC. This page is made from the JSON Schemas (2020-12) that every document is checked against before it is sent.
            """);
        for (String type : TYPES) {
            JsonNode schema = schema(type);
            page.append(heading(type, schema)).append(rows("", schema));
            page.append(rows("payload.", schema.path("properties").path("payload")));
            page.append("\n```json\n")
                    .append(new String(document(type), StandardCharsets.UTF_8))
                    .append("\n```\n");
        }
        JsonNode letter = schema("dead_letter");
        page.append(heading("dead_letter", letter)).append(rows("", letter));
        WrittenPage.assertUpToDate("events.md", page.toString());
    }

    private static String heading(String type, JsonNode schema) {
        String file = type + ".v1.json";
        return "\n## " + type + "\n\n" + schema.path("description").asString()
                + " [Schema](../../server/src/main/resources/org/macroedge/server/events/" + file + ").\n\n"
                + "| Key | Type | Meaning |\n|---|---|---|\n";
    }

    private static String rows(String prefix, JsonNode schema) {
        return schema.path("properties").properties().stream()
                .filter(field -> !field.getValue().has("properties"))
                .map(field -> "| `" + prefix + field.getKey() + "` | " + type(field.getValue()) + " | "
                        + field.getValue().path("description").asString() + " |\n")
                .collect(Collectors.joining());
    }

    private static String type(JsonNode field) {
        if (field.has("const")) {
            return "`" + field.path("const").asString() + "`";
        }
        if (field.has("enum")) {
            return field.path("enum")
                    .valueStream()
                    .map(value -> value.isNull() ? "null" : "`" + value.asString() + "`")
                    .collect(Collectors.joining(", "));
        }
        JsonNode type = field.path("type");
        String name = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
                : type.asString();
        return name.equals("array")
                ? "array of " + field.path("items").path("type").asString()
                : field.has("format") ? "instant" : name;
    }

    private static JsonNode schema(String name) throws IOException {
        return Json.mapper().readTree(Files.readAllBytes(SCHEMAS.resolve(name + ".v1.json")));
    }

    private static byte[] document(String type) {
        return Json.bytes(new PublishedEvent(4711, type, 1, KEYS.get(type), TIME.plusSeconds(1), EXAMPLES.get(type)));
    }

    @Test
    void theShapesOfTheProgramHaveTheKeysOfTheSchemasAndNoOthers() throws IOException {
        for (String type : TYPES) {
            JsonNode schema = schema(type);
            JsonNode document = Json.mapper().readTree(document(type));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(document))
                    .isEmpty();
            assertKeys(document, schema);
            assertKeys(document.path("payload"), schema.path("properties").path("payload"));
        }
        Event event = new Event(7, "alert_raised", 1, "rule", TIME, "{}");
        JsonNode letter =
                Json.mapper().readTree(DeadLetter.of(event, "too large").json());
        assertKeys(letter, schema("dead_letter"));
    }

    private static void assertKeys(JsonNode document, JsonNode schema) {
        assertThat(document.propertyNames())
                .containsExactlyElementsOf(schema.path("properties").propertyNames());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(schema.path("properties").propertyNames());
    }
}
