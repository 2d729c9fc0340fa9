package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The recorded answers behind the approved pictures have the shape that the description of the API declares.
class PictureAnswersTest {

    private static final Path ANSWERS = PictureComparison.APPROVED.resolve("answers");
    private static final String OF_FILES = "/org/macroedge/server/cli/pictures/answers.csv";

    private final JsonNode description;

    PictureAnswersTest() throws IOException {
        description = Json.mapper().readTree(Files.readString(Path.of("../ui/openapi.json")));
    }

    @ParameterizedTest
    @CsvFileSource(resources = OF_FILES, useHeadersInDisplayName = true)
    void anAnswerIsAsItsOperationDeclares(String file, String schema) throws IOException {
        assertThat(description.at("/components/schemas").has(schema)).isTrue();

        assertThat(schema(schema).validate(Json.mapper().readTree(Files.readString(ANSWERS.resolve(file)))))
                .isEmpty();
    }

    @Test
    void everyAnswerIsListed() throws IOException {
        String listed = Files.readString(PictureComparison.APPROVED.resolve("answers.csv"));

        try (Stream<Path> files = Files.walk(ANSWERS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))
                            .map(file -> ANSWERS.relativize(file).toString())
                            .filter(file -> !file.startsWith("ff_calendar")))
                    .allSatisfy(file -> assertThat(listed).contains("\n" + file + ","));
        }
    }

    private Schema schema(String name) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", description.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }
}
