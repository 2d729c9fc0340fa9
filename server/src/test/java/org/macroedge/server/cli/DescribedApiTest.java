package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.Instants;
import tools.jackson.databind.JsonNode;

/// What the description of the API says of shapes, codes, parameters and problems.
class DescribedApiTest {

    @TempDir
    static Path folder;

    private static JsonNode description;

    @BeforeAll
    static void describe() throws Exception {
        try (Server server = new SampleHome(folder).serve()) {
            description = Json.mapper()
                    .readTree(SampleHome.get(server, "/openapi.json").body());
        }
    }

    @Test
    void theDescriptionSaysOfEveryKeyThatItIsThereAndWhereItCanBeNull() {
        JsonNode item = shape("BiasItem");
        assertThat(texts(item.path("required"))).hasSize(21).contains("score", "label", "drivers", "reason");
        assertThat(texts(item.at("/properties/score/type"))).containsExactly("number", "null");
        assertThat(item.at("/properties/instrument/type").asString()).isEqualTo("string");
        assertThat(shape("BiasDriver").at("/properties/releasedAt/format").asString())
                .isEqualTo("date-time");
        assertThat(texts(shape("ReleaseItem").at("/properties/period/type"))).containsExactly("string", "null");
        assertThat(shape("ReleaseItem").at("/properties/period/format").asString())
                .isEqualTo("date");
        assertThat(shape("BatchView").at("/properties/counts/anyOf/0/$ref").asString())
                .isEqualTo("#/components/schemas/ImportCounts");
        assertThat(shape("BatchView").at("/properties/counts/anyOf/1/type").asString())
                .isEqualTo("null");
    }

    @Test
    void theDescriptionGivesTheKeysOfAHeaderAsKeysOfTheAnswer() {
        assertThat(texts(shape("BiasExplanation").path("required")))
                .hasSize(31)
                .contains("asOf", "runId", "z", "missing");
        assertThat(texts(shape("BiasExplanation").at("/properties/z/type"))).containsExactly("number", "null");
        assertThat(texts(shape("CalendarAnswer").path("required")))
                .containsExactlyInAnyOrder(
                        "asOf", "stale", "sampleOnly", "from", "to", "unscheduled", "completeness", "items");
        assertThat(texts(shape("ImportOutcome").path("required")))
                .contains("batch", "read", "imported", "hourOffsets", "quarantine", "findings");
        assertThat(shape("RunHeader").isMissingNode()).isTrue();
    }

    @Test
    void theDescriptionListsTheCodesOnceUnderTheirName() {
        assertThat(codes(shape("BiasItem").at("/properties/label/anyOf/0")))
                .containsExactly("strongly-bearish", "bearish", "neutral", "bullish", "strongly-bullish");
        assertThat(shape("BiasItem").at("/properties/label/anyOf/1/type").asString())
                .isEqualTo("null");
        assertThat(shape("BiasItem").at("/properties/label/anyOf/0/$ref").asString())
                .isEqualTo(shape("FlipNext").at("/properties/label/$ref").asString())
                .isEqualTo("#/components/schemas/Label");
        assertThat(codes(shape("BiasItem").at("/properties/assetClass")))
                .containsExactly("equity-index", "fx", "commodity", "government-bond", "crypto");
        assertThat(codes(shape("BiasItem").at("/properties/reason/anyOf/0")))
                .containsExactly("no-weights", "no-history", "no-live-signal", "thin-coverage");
        assertThat(codes(shape("ReleaseContribution").at("/properties/forecastKind/anyOf/0")))
                .containsExactly("survey", "vendor", "nowcast", "model", "naive", "manual");
        assertThat(codes(shape("ReleaseContribution").at("/properties/marks/items")))
                .containsExactlyElementsOf(
                        Arrays.stream(Mark.values()).map(Mark::code).toList());
        assertThat(codes(shape("CalendarItem").at("/properties/state")))
                .containsExactlyElementsOf(Arrays.stream(ReleaseState.values())
                        .map(ReleaseState::code)
                        .toList());
        assertThat(codes(shape("InactiveIndicator").at("/properties/reason")))
                .containsExactly(
                        "no-release",
                        "nothing-expected",
                        "insufficient-history",
                        "suspect",
                        "doubtful",
                        "cancelled",
                        "withdrawn",
                        "rolled-off");
    }

    @Test
    void everyOperationSaysMoreThanItsName() {
        for (JsonNode operations : description.path("paths")) {
            for (JsonNode operation : operations) {
                assertThat(operation.path("description").asString(""))
                        .as(operation.path("operationId").asString())
                        .hasSizeGreaterThan(15)
                        .doesNotContain(operation.path("summary").asString());
            }
        }
    }

    @Test
    void theDescriptionNamesParametersAndProblems() {
        JsonNode history = description.at("/paths/~1api~1v1~1bias~1{instrument}~1history/get");
        assertThat(history.path("operationId").asString()).isEqualTo("biasHistory");
        for (String name : List.of("instrument", "asOf", "recordedAt", "weightSet", "from", "to", "at")) {
            JsonNode parameter = parameter(history, name);
            assertThat(parameter.path("description").asString("")).as(name).hasSizeGreaterThan(20);
            // the page that tries an operation fills examples in, and no record time suits every store
            assertThat(parameter.path("example").asString("").isEmpty())
                    .as(name)
                    .isEqualTo(name.equals("recordedAt"));
        }
        assertThat(parameter(history, "asOf").at("/schema/pattern").asString()).isEqualTo(Instants.PATTERN);
        assertThat(codes(parameter(history, "at").path("schema"))).containsExactly("close", "release");
        assertThat(parameter(history, "at").at("/schema/default").asString()).isEqualTo("close");
        assertThat(history.at("/responses/400/description").asString())
                .isEqualTo("`invalid-request`, `invalid-instant`, `as-of-in-future`");
        assertThat(history.at("/responses/404/description").asString())
                .isEqualTo("`unknown-instrument`, `unknown-weight-set`");
        assertThat(history.at("/responses/404/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(history.path("responses").has("304")).isTrue();
        for (String status : List.of("200", "304")) {
            assertThat(history.path("responses")
                            .path(status)
                            .at("/headers/ETag/$ref")
                            .asString())
                    .as(status)
                    .isEqualTo("#/components/headers/ETag");
        }
        assertThat(description.at("/components/headers/ETag/description").asString())
                .contains("If-None-Match");
        assertThat(history.at("/responses/406/description").asString()).isEqualTo("`not-acceptable`");
        JsonNode export = description.at("/paths/~1api~1v1~1exports~1bias/get");
        assertThat(export.path("operationId").asString()).isEqualTo("exportsBias");
        assertThat(export.at("/responses/200/content/text~1csv/schema/type").asString())
                .isEqualTo("string");
        assertThat(export.at("/responses/404/description").asString())
                .isEqualTo("`unknown-instrument`, `unknown-weight-set`");
        assertThat(export.path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asString().equals("columns"))
                        .map(parameter ->
                                parameter.at("/schema/items/enum").get(2).asString()))
                .containsExactly("run_id");
        assertThat(export.path("responses").has("304")).isTrue();
        JsonNode undo = description.at("/paths/~1api~1v1~1imports~1{batch}~1undo/post/responses");
        assertThat(undo.at("/404/description").asString()).isEqualTo("`unknown-batch`");
        assertThat(undo.at("/409/description").asString()).isEqualTo("`batch-already-undone`, `batch-of-catalogue`");
        assertThat(description
                        .at("/paths/~1api~1v1~1imports/post/responses/422/description")
                        .asString())
                .isEqualTo("`file-fault`, `profile-fault`");
    }

    @Test
    void theDescriptionSaysWhatAStatementAboutAReleaseNeedsAndGives() {
        JsonNode state = description.at("/paths/~1api~1v1~1releases~1{release}~1statements/post");
        assertThat(state.path("operationId").asString()).isEqualTo("verdictsState");
        assertThat(parameter(state, "release").path("description").asString())
                .isEqualTo("The id of a release, in any case.");
        assertThat(state.at("/responses/404/description").asString()).isEqualTo("`unknown-release`");
        assertThat(state.at("/responses/409/description").asString()).isEqualTo("`not-published`, `no-verdict`");
        assertThat(state.at("/responses/400/description").asString()).isEqualTo("`invalid-request`");
        assertThat(codes(shape("VerdictRequest").at("/properties/statement")))
                .contains("confirm", "doubt", "cancel", "withdraw", "reopen");
        assertThat(texts(shape("VerdictResult").path("required")))
                .containsExactlyInAnyOrder(
                        "batch", "releaseId", "statement", "state", "reason", "author", "recordedAt");
        assertThat(codes(shape("VerdictView").at("/properties/verdict")))
                .containsExactly("confirmed", "doubtful", "cancelled", "withdrawn");
        assertThat(texts(shape("CalendarItem").at("/properties/releaseId/type")))
                .containsExactly("string", "null");
    }

    private static JsonNode shape(String name) {
        return description.path("components").path("schemas").path(name);
    }

    /// The codes of the list that a schema refers to.
    private static List<String> codes(JsonNode schema) {
        return texts(
                description.at(schema.path("$ref").asString("").substring(1)).path("enum"));
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream()
                .map(one -> one.isNull() ? "null" : one.asString())
                .toList();
    }
}
