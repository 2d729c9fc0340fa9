package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueSchemasTest {

    private static final Path SHIPPED = Path.of("../catalogue");
    private static final CatalogueSchemas SCHEMAS = new CatalogueSchemas(SHIPPED);
    private static final String INDICATOR = """
        - id: us-natural-gas-storage
          name: "Natural Gas Storage"
          shortName: "Gas storage"
          region: US
          category: inventories
          unit: cubic-feet
          transform: change
          adjustment: as-published
          frequency: weekly
          polarity: -1
          importance: 1
          group: natural-gas-storage
          stage: first
          step: "1000000000"
          previousRefersTo: prior-period
          release:
            - zone: America/New_York
              time: "10:30"
        """;

    @TempDir
    Path folder;

    @Test
    void anEntryInOrderHasNoFault() throws IOException {
        assertThat(faults(INDICATOR)).isEmpty();
        assertThat(faults(INDICATOR.replace("\"10:30\"", "10:30").replace("\"1000000000\"", "1000000000")))
                .as("quotes are a matter of taste")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "importance: 1           | importance: high      | 11: importance: \"high\" is not a whole number",
                "importance: 1           | importance: 4         | 11: importance: \"4\" is not 1, 2 or 3",
                "polarity: -1            | polarity: 2           | 10: polarity: \"2\" is not 1 or -1",
                "region: US              | region: [US]          | 4: region: a list is not one of US, EA, DE,",
                "category: inventories   | category: gas         | 5: category: \"gas\" is not one of growth, labour,",
                "shortName: \"Gas storage\" | shortName: \"Natural gas in storage\" | 3: shortName: \"Natural gas in "
                        + "storage\" is longer than 18 characters",
                "step: \"1000000000\"    | step: \"0\"           | 14: step: \"0\" is not a number above 0",
                "step: \"1000000000\"    | step: a lot           | 14: step: \"a lot\" is not a number above 0",
                "frequency: weekly       | frequency: irregular  | 1: meetings: is missing",
                "zone: America/New_York  | zone:                 | 17: zone: \"\" is not a time zone like"
                        + " Europe/London",
                "time: \"10:30\"         | time: half past ten   | 18: time: \"half past ten\" is not a time like"
                        + " 08:30",
                "time: \"10:30\"         | tim: \"10:30\"        | 18: tim: is unknown; use one of from, time, to,"
                        + " zone",
                "stage: first            | stage: first &   stage: final | 14: stage: appears twice",
                "id: us-natural-gas-storage | id: Gas            | 1: id: \"Gas\" is not an indicator id like",
            })
    void aFaultIsNamedWithLineAndFieldInClearWords(String right, String wrong, String fault) throws IOException {
        assertThat(INDICATOR).contains(right);

        assertThat(faults(INDICATOR.replace(right, wrong.replace(" & ", "\n"))))
                .singleElement()
                .asString()
                .startsWith(folder.resolve("one.yaml") + ":" + fault);
    }

    @Test
    void everyFaultOfEveryEntryIsNamedInTheOrderOfTheLines() throws IOException {
        String twoWrong = INDICATOR.replace("  unit: cubic-feet\n", "").replace("stage: first", "stage: third")
                + INDICATOR.replace(
                        "  release:\n    - zone: America/New_York\n      time: \"10:30\"\n", "  release: []\n");

        assertThat(faults(twoWrong))
                .extracting(fault -> fault.line() + " " + fault.field() + " " + fault.what())
                .containsExactly(
                        "1 unit is missing",
                        "12 stage \"third\" is not one of first, second, final",
                        "33 release has 0 entries, but needs at least 1");
    }

    @Test
    void theSchemasKnowEveryCodeOfTheEngine() throws IOException {
        assertThat(codes("indicators", "/$defs/indicator/properties/region/enum"))
                .isEqualTo(codes(Region.values()));
        assertThat(codes("indicators", "/$defs/indicator/properties/category/enum"))
                .isEqualTo(codes(Category.values()));
        assertThat(codes("indicators", "/$defs/indicator/properties/frequency/enum"))
                .isEqualTo(codes(Frequency.values()));
        assertThat(codes("indicators", "/$defs/indicator/properties/stage/enum"))
                .isEqualTo(codes(Stage.values()));
        assertThat(codes("instruments", "/$defs/instrument/properties/assetClass/enum"))
                .isEqualTo(codes(AssetClass.values()));
        assertThat(codes("instruments", "/$defs/instrument/properties/directionClass/enum"))
                .isEqualTo(codes(DirectionClass.values()));
        assertThat(codes("profiles", "/properties/forecastKind/enum")).isEqualTo(codes(ForecastKind.values()));
        assertThat(List.copyOf(at("weight-sets", "/$defs/categories/properties").propertyNames()))
                .isEqualTo(codes(Category.values()));
        assertThat(List.copyOf(at("weight-sets", "/$defs/weightSet/properties/directions/properties")
                        .propertyNames()))
                .isEqualTo(codes(DirectionClass.values()));
        assertThat(List.copyOf(
                        at("weight-sets", "/$defs/someCategories/properties").propertyNames()))
                .isEqualTo(codes(Category.values()));
        assertThat(List.copyOf(at("weight-sets", "/$defs/classes/properties").propertyNames()))
                .isEqualTo(codes(DirectionClass.values()));
        assertThat(List.copyOf(at("weight-sets", "/$defs/weightSet/properties/regimeDirections/properties")
                        .propertyNames()))
                .isEqualTo(codes(Arrays.stream(Quadrant.values())
                        .filter(quadrant -> quadrant != Quadrant.UNDETERMINED)
                        .toArray(Coded[]::new)));
    }

    @Test
    void theShippedFilesHaveNoFaultOfForm() throws IOException {
        try (Stream<Path> profiles = Files.list(SHIPPED.resolve("profiles"))) {
            assertThat(profiles.toList())
                    .isNotEmpty()
                    .allSatisfy(profile -> assertThat(SCHEMAS.faults(FileKind.PROFILE, YamlDocument.read(profile)))
                            .isEmpty());
        }
    }

    private List<CatalogueFault> faults(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("one.yaml"), yaml);
        return SCHEMAS.faults(FileKind.INDICATORS, YamlDocument.read(file));
    }

    private static List<String> codes(Coded[] constants) {
        return Arrays.stream(constants).map(Coded::code).toList();
    }

    private static List<String> codes(String schema, String pointer) throws IOException {
        return StreamSupport.stream(at(schema, pointer).spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static JsonNode at(String schema, String pointer) throws IOException {
        Path file = SHIPPED.resolve("schema").resolve(schema + ".json");
        return JsonMapper.shared().readTree(Files.readAllBytes(file)).at(pointer);
    }
}
