package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.vocabulary.Bloc;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.Region;

/// The file `indices.yaml`.
class CatalogueIndicesTest {

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));
    private static final String OWN = """
        - id: Anglo-labour
          name: "Labour, English-speaking"
          aliases: [anglo]
          areas: [US, GB]
          categories: [labour, housing]
          weightSet: equal
          mode: sum
          halfLives: {monthly: 60}
          clip: 3
        """;

    @TempDir
    Path folder;

    @Test
    void theShippedFileHasThreeSidesOfEveryRegionAndOfEmu() {
        assertThat(SHIPPED.indices()).hasSize(3 * (Region.values().length + 1));
        for (Region region : Region.values()) {
            SurpriseIndex all = SHIPPED.index(region.code()).orElseThrow();
            assertThat(all.areas()).isEqualTo(Set.of(region));
            assertThat(all.categories()).isEqualTo(IndexSide.ALL.categories());
            assertThat(SHIPPED.index(region.code() + "-growth").orElseThrow().categories())
                    .isEqualTo(IndexSide.GROWTH.categories());
            assertThat(SHIPPED.index(region.code() + "-inflation").orElseThrow().categories())
                    .containsExactly(Category.INFLATION);
        }
        assertThat(SHIPPED.index("EMU").orElseThrow().areas()).isEqualTo(Set.of(Bloc.EMU));
        assertThat(SHIPPED.indices())
                .allSatisfy(index -> assertThat(index.weights())
                        .isEqualTo(SHIPPED.weightSet("default").orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "USD, US",
        "EUR, EMU",
        "GBP, GB",
        "JPY, JP",
        "CNY, CN",
        "CAD, CA",
        "AUD, AU",
        "NZD, NZ",
        "CHF, CH",
        "eur-inflation, EMU-inflation",
        "Usd-Growth, US-growth",
        "ea, EA"
    })
    void aCurrencyIsAnAliasOfItsBloc(String name, String index) {
        assertThat(SHIPPED.index(name)).map(SurpriseIndex::id).contains(index);
    }

    @Test
    void everySideBelongsToGrowthInflationOrAllAlone() {
        assertThat(IndexSide.GROWTH.categories())
                .doesNotContain(Category.INFLATION, Category.MONETARY, Category.FISCAL)
                .hasSize(Category.values().length - 3);
    }

    @Test
    void anOwnIndexDeclaresWhatItDoesNotTakeFromItsWeightSet() {
        Catalogue edited = EditedCatalogue.in(folder)
                .edit("indices.yaml", text -> text + OWN)
                .load();
        SurpriseIndex own = edited.index("anglo").orElseThrow();

        assertThat(own.id()).isEqualTo("Anglo-labour");
        assertThat(own.name()).isEqualTo("Labour, English-speaking");
        assertThat(own.areas()).isEqualTo(Set.of(Region.US, Region.GB));
        assertThat(own.categories()).isEqualTo(Set.of(Category.LABOUR, Category.HOUSING));
        assertThat(own.weights().mode()).isEqualTo(SignalMode.SUM);
        assertThat(own.weights().clip()).isEqualTo(3);
        assertThat(own.weights().halfLives())
                .containsEntry(Frequency.MONTHLY, 60.0)
                .containsEntry(Frequency.WEEKLY, 10.0);
        assertThat(own.weights().importance()).containsExactly(1.0, 1.0, 1.0);
        Indicator payrolls = edited.indicator("us-nonfarm-payrolls").orElseThrow();
        assertThat(own.unsharedWeight(payrolls)).isEqualTo(1);
        assertThat(own.unsharedWeight(edited.indicator("us-cpi-yoy").orElseThrow()))
                .isZero();
        assertThat(edited.hash()).isNotEqualTo(SHIPPED.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "areas: [US, GB]               | areas: [US, UK]      | areas: \"UK\" is not one of EMU, US, EA,",
                "areas: [US, GB]               | areas: []            | areas: has 0 entries, but needs at least 1",
                "categories: [labour, housing] | categories: [jobs]   | categories: \"jobs\" is not one of growth,",
                "categories: [labour, housing] | side: prices         | side: \"prices\" is not one of all, growth,"
                        + " inflation",
                "categories: [labour, housing] | mode: latest         | mode: appears twice",
                "weightSet: equal              | weightSet: eqal      | no weight set has the id \"eqal\"",
                "weightSet: equal              | side: all            | an index has either side or categories",
                "mode: sum                     | mode: mean           | mode: \"mean\" is not one of latest, sum",
                "halfLives: {monthly: 60}      | halfLives: {monthly: 0} | monthly: \"0\" is not a number above 0",
                "halfLives: {monthly: 60}      | halfLives: {daily: 6}   | daily: is unknown; use one of irregular,",
                "clip: 3                       | clip: -1             | clip: \"-1\" is not a number above 0",
                "clip: 3                       | klip: 3              | klip: is unknown; use one of aliases, areas,",
                "id: Anglo-labour              | id: USD-growth       | \"USD-growth\" is already taken",
                "aliases: [anglo]              | aliases: [us]        | \"us\" is already taken",
                "areas: [US, GB]               | areas: [IT]          | covers no indicator",
                "id: Anglo-labour              | id: Anglo labour     | id: \"Anglo labour\" is not a name like"
                        + " US-growth",
            })
    void aFaultIsNamed(String right, String wrong, String fault) {
        String entry = right.startsWith("areas: [US") && fault.startsWith("covers")
                ? OWN.replace("[labour, housing]", "[inventories]")
                : OWN;
        EditedCatalogue edited =
                EditedCatalogue.in(folder).edit("indices.yaml", text -> text + entry.replace(right, wrong));

        assertThatThrownBy(edited::load)
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(fault)
                .hasMessageContaining("indices.yaml:");
    }

    @Test
    void aCatalogueWithoutTheFileHasNoIndicesAndTheHashFromBeforeThereWereAny() throws IOException {
        EditedCatalogue edited = EditedCatalogue.in(folder);
        Files.delete(folder.resolve("indices.yaml"));
        Catalogue without = edited.load();

        assertThat(without.indices()).isEmpty();
        assertThat(without.content()).doesNotContain("\"indices\"");
        assertThat(CatalogueLoader.stored("store", without.content(), without.schemas())
                        .hash())
                .isEqualTo(without.hash());
    }

    @Test
    void aStoredVersionHasTheSameIndices() {
        Catalogue stored = CatalogueLoader.stored("store", SHIPPED.content(), SHIPPED.schemas());

        assertThat(stored.indices()).isEqualTo(SHIPPED.indices());
        assertThat(stored.hash()).isEqualTo(SHIPPED.hash());
        assertThat(List.copyOf(stored.indices()).getFirst().aliases()).containsExactly("USD");
    }
}
