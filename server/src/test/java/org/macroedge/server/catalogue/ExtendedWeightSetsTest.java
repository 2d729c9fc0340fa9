package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.view.WeightSetItem;

class ExtendedWeightSetsTest {

    private static final String FILE = "weight-sets.yaml";
    private static final InstrumentId SPX = new InstrumentId("SPX");

    @TempDir
    Path folder;

    private EditedCatalogue edited;

    @BeforeEach
    void copy() {
        edited = EditedCatalogue.in(folder);
    }

    @Test
    void equalIsDefaultWithOneImportance() {
        WeightSet base = set(edited.load(), "default");
        WeightSet equal = set(edited.load(), "equal");

        assertThat(equal.importance()).containsOnly(1.0);
        assertThat(equal.exposures()).isEqualTo(base.exposures());
        assertThat(equal.directions()).isEqualTo(base.directions());
        assertThat(equal.halfLives()).isEqualTo(base.halfLives());
        assertThat(equal.hash()).isNotEqualTo(base.hash());
    }

    @Test
    void whatASetGivesItselfIsMergedFieldByField() {
        Catalogue catalogue = own("""
              halfLives: {weekly: 5}
              exposures: {SPX: {CN: 0.5}}
              directions: {crypto: {housing: 1}}
            """);
        WeightSet mine = set(catalogue, "mine");

        assertThat(mine.exposure(SPX, Region.CN)).isEqualTo(0.5);
        assertThat(mine.exposure(SPX, Region.US)).isEqualTo(1);
        assertThat(mine.directions().get(DirectionClass.CRYPTO))
                .containsEntry(Category.HOUSING, 1.0)
                .containsEntry(Category.GROWTH, 1.0);
        assertThat(mine.halfLives().values()).containsExactlyInAnyOrder(5.0, 30.0, 45.0, 45.0);
        assertThat(set(catalogue, "default").exposure(SPX, Region.CN)).isZero();
    }

    @Test
    void aCatalogueReadFromTheStoreHasTheSameSets() {
        Catalogue catalogue = own("  clip: 3\n");
        Catalogue stored = CatalogueLoader.stored("stored", catalogue.content(), catalogue.schemas());

        assertThat(stored.hash()).isEqualTo(catalogue.hash());
        assertThat(set(stored, "mine")).isEqualTo(set(catalogue, "mine"));
    }

    @Test
    void theOtherSetMustStandAboveIt() {
        edited.edit(
                FILE,
                text -> text + "- id: mine\n  version: 1\n  extends: later\n"
                        + "- id: later\n  version: 1\n  extends: default\n");

        assertThatThrownBy(edited::load)
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("extends: no weight set above this one has the id \"later\"");
    }

    @Test
    void aSetThatExtendsNoneNeedsEveryField() {
        edited.edit(FILE, text -> text + "- id: mine\n  version: 1\n");

        assertThatThrownBy(edited::load)
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("mode: is missing")
                .hasMessageContaining("exposures: is missing");
    }

    @Test
    void theListSaysWhatEachSetCovers() {
        Catalogue catalogue = edited.edit(FILE, text -> text.replaceFirst("    BTCUSD: .*\n", ""))
                .load();
        WeightSetItem equal = WeightSetViews.of(catalogue).items().stream()
                .filter(item -> item.id().equals("equal"))
                .findFirst()
                .orElseThrow();

        assertThat(equal.weightsPrior()).isFalse();
        assertThat(equal.version()).isEqualTo(2);
        assertThat(equal.mode()).isEqualTo("latest");
        assertThat(equal.halfLives()).containsEntry("weekly", 10.0).hasSize(4);
        assertThat(equal.stages()).containsEntry("final", 0.25);
        assertThat(equal.instruments()).hasSize(28).contains("SPX");
        assertThat(equal.without()).containsExactly("BTCUSD");
        assertThat(equal.indicators()).isGreaterThan(300);
        assertThat(WeightSetViews.withoutWeights(catalogue)).containsExactly("BTCUSD");
    }

    @Test
    void directionsOfAQuadrantMakeAPrior() {
        Catalogue catalogue = own("  regimeDirections: {slowdown: {fx: {growth: -1}}}\n");
        WeightSet prior = set(catalogue, "mine");

        assertThat(set(catalogue, "default").isPrior()).isFalse();
        assertThat(prior.isPrior()).isTrue();
        assertThat(prior.direction(DirectionClass.FX, Category.GROWTH, Quadrant.SLOWDOWN))
                .isEqualTo(-1);
        assertThat(prior.direction(DirectionClass.FX, Category.GROWTH, Quadrant.REFLATION))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{boom: {fx: {growth: 1}}} | boom: is unknown; use one of goldilocks, reflation, slowdown, stagflation",
                "{undetermined: {fx: {growth: 1}}} | undetermined: is unknown; use one of goldilocks,",
                "{slowdown: {stocks: {growth: 1}}} | stocks: is unknown; use one of bond, crypto,",
                "{slowdown: {fx: {wages: 1}}} | wages: is unknown; use one of consumption,",
                "{slowdown: {fx: {growth: up}}} | growth: \"up\" is not a number",
                "{slowdown: {fx: {growth: 1000000000}}} | is not valid: a weight of 1.0E9 is not between",
                "{slowdown: {fx: {}}} | fx: has no field; use at least one of consumption,",
                "{slowdown: {}} | slowdown: has no field; use at least one of bond,",
                "{} | regimeDirections: has no field; use at least one of goldilocks,",
                "[slowdown] | regimeDirections: "
            })
    void directionsOfAQuadrantAreCheckedByName(String faulty, String message) {
        assertThatThrownBy(() -> own("  regimeDirections: " + faulty + "\n"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theSetThatEverythingShowsIsNoPrior() {
        assertThatThrownBy(() -> edited.edit(
                                FILE,
                                text -> text.replaceFirst(
                                        "- id: default\n",
                                        "- id: default\n  regimeDirections: {slowdown: {fx: {growth: -1}}}\n"))
                        .load())
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("is not valid: the set default cannot have regimeDirections, because");
    }

    private Catalogue own(String fields) {
        return edited.edit(FILE, text -> text + "- id: mine\n  version: 1\n  extends: default\n" + fields)
                .load();
    }

    private static WeightSet set(Catalogue catalogue, String id) {
        return catalogue.weightSet(id).orElseThrow();
    }
}
