package org.macroedge.server.platform.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the vocabulary says of the shapes of the API, in the description that the page keeps. `RestContractsTest`
/// asserts that a server gives the same.
class ShapeVocabularyTest {

    private static final Path DESCRIPTION = Path.of("../ui/openapi.json");
    private static final String SHAPES = "/components/schemas";

    /// A value is shown by an example; a shape is, by those of its properties.
    private static final String REFERENCE = "$ref";

    private static final Vocabulary VOCABULARY = Vocabulary.read();

    private static JsonNode description;

    private record Described(String shape, String name, JsonNode schema) {

        @Override
        public String toString() {
            return shape + "." + name;
        }

        String text() {
            return schema.path("description").asString("");
        }

        boolean isNullable() {
            return Stream.concat(
                            schema.path("type").valueStream(),
                            schema.path("anyOf").valueStream())
                    .anyMatch(kind -> kind.asString("").equals("null")
                            || kind.path("type").asString("").equals("null"));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        description = Json.mapper().readTree(Files.readString(DESCRIPTION));
    }

    @Test
    void everyShapeIsDescribed() {
        assertThat(description.at(SHAPES).properties())
                .filteredOn(shape ->
                        shape.getValue().path("description").asString("").isEmpty())
                .extracting(Map.Entry::getKey)
                .as("shapes and lists of codes without a text in shapes.yaml")
                .isEmpty();
    }

    @Test
    void everyPropertyIsDescribedByItsEntry() {
        assertThat(properties()
                        .filter(property -> !property.shape().equals("Problem"))
                        .filter(property -> VOCABULARY
                                .meaning(property.shape(), property.name())
                                .filter(meaning -> meaning.text().equals(property.text()))
                                .isEmpty()))
                .as("properties that properties.yaml does not describe")
                .isEmpty();
    }

    @Test
    void everyValueHasAnExample() {
        assertThat(properties()
                        .filter(property -> !property.schema().has("example"))
                        .filter(property -> shapes(property.schema()).isEmpty()))
                .as("properties without an example")
                .isEmpty();
    }

    @Test
    void everyExampleIsAValueOfItsSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(properties()
                        .filter(property -> property.schema().has("example"))
                        .flatMap(property -> faults(registry, property)))
                .as("examples that are no value of their property")
                .isEmpty();
    }

    private static Stream<String> faults(SchemaRegistry registry, Described property) {
        ObjectNode schema = property.schema().deepCopy().asObject();
        schema.set("components", description.path("components"));
        Schema rule = registry.getSchema(schema);
        String example = property.schema().path("example").toString();
        return rule
                .validate(
                        example,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> property + " = " + example + ": " + error.getMessage());
    }

    @Test
    void noEntryIsUnused() {
        Set<Vocabulary.Place> places = new HashSet<>(VOCABULARY.keys().keySet());
        properties().forEach(property -> {
            Vocabulary.Place own = new Vocabulary.Place(property.shape(), property.name());
            places.remove(VOCABULARY.keys().containsKey(own) ? own : new Vocabulary.Place("", property.name()));
        });
        assertThat(places)
                .as("entries of properties.yaml that describe nothing")
                .isEmpty();

        Set<String> texts = new HashSet<>(VOCABULARY.shapes().keySet());
        texts.removeAll(description.at(SHAPES).propertyNames());
        assertThat(texts).as("entries of shapes.yaml that describe nothing").isEmpty();
    }

    @Test
    void theTextSaysWhenAValueIsNull() {
        assertThat(properties()
                        .filter(Described::isNullable)
                        .filter(property -> !property.text().matches("(?s).*\\b[Nn]ull\\b.*")))
                .as("properties that can be null, for a reason that their text does not name")
                .isEmpty();
    }

    @Test
    void wholeNumbersAndFractionsAreBounded() {
        assertThat(properties()
                        .filter(property -> type(property.schema(), "integer"))
                        .filter(property -> !property.schema().has("minimum")
                                || !property.schema().has("maximum")))
                .as("whole numbers without bounds")
                .isEmpty();
        assertThat(properties()
                        .filter(property -> property.text().contains("as a fraction"))
                        .filter(property -> property.schema().path("minimum").asInt(-1) != 0
                                || property.schema().path("maximum").asInt(-1) != 1))
                .as("fractions that are not bounded by 0 and 1")
                .isEmpty();
    }

    private static boolean type(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.asString("").equals(type)
                || types.valueStream().anyMatch(one -> one.asString().equals(type));
    }

    /// The shapes that a schema refers to: those with properties, not lists of codes.
    private static List<String> shapes(JsonNode schema) {
        return schema.findValues(REFERENCE).stream()
                .map(JsonNode::asString)
                .filter(reference -> description.at(reference.substring(1)).has("properties"))
                .toList();
    }

    private static Stream<Described> properties() {
        return description.at(SHAPES).properties().stream()
                .flatMap(shape -> shape.getValue().path("properties").properties().stream()
                        .map(property -> new Described(shape.getKey(), property.getKey(), property.getValue())));
    }
}
