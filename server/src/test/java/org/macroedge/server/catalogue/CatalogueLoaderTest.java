package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.catalogue.Indicator;

class CatalogueLoaderTest {

    private static final Path SHIPPED = Path.of("../catalogue");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void theShippedCatalogueCoversThirteenRegionsAndTwentyNineInstruments() {
        Catalogue catalogue = CatalogueLoader.load(SHIPPED);

        assertThat(catalogue.indicators())
                .hasSizeGreaterThanOrEqualTo(250)
                .isSortedAccordingTo((one, other) -> one.id().compareTo(other.id()));
        assertThat(catalogue.indicators().stream().map(Indicator::region).distinct())
                .hasSize(13);
        assertThat(catalogue.indicators())
                .allSatisfy(one -> assertThat(one.id().value())
                        .startsWith(one.region().code().toLowerCase(java.util.Locale.ROOT) + "-"));
        assertThat(catalogue.instruments()).hasSize(29);
        assertThat(catalogue.weightSetIds()).containsExactly("default", "equal", "regime-aware");
    }

    @Test
    void aValueOfTheWrongTypeIsNamedWithFileLineAndField() throws IOException {
        int line = replace("indicators/US.yaml", "  importance: 3", "  importance: high");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(folder.resolve("indicators/US.yaml") + ":" + line
                        + ": importance: \"high\" is not a whole number");
    }

    @Test
    void anUnknownReferenceIsNamedWithFileLineAndField() throws IOException {
        int line = replace("weight-sets.yaml", "    SPX: {US: 1}", "    SPZ: {US: 1}");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .hasMessage(
                        folder.resolve("weight-sets.yaml") + ":" + line + ": SPZ: no instrument has the id \"SPZ\"");
    }

    @Test
    void aSecondIndicatorOfOneIdIsNamedWithFileLineAndField() throws IOException {
        int line = replace("indicators/US.yaml", "- id: us-cpi-mom", "- id: us-adp-employment");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .hasMessageContaining(folder.resolve("indicators/US.yaml") + ":" + line
                        + ": id: \"us-adp-employment\" is already taken; an id is never reused");
    }

    @Test
    void everyFaultIsNamedNotTheFirstAlone() throws IOException {
        replace("indicators/US.yaml", "  importance: 3", "  importance: high");
        replace("indicators/DE.yaml", "  polarity: 1", "  polarity: 2");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        fault -> assertThat(fault.faults()).hasSize(2));
    }

    @Test
    void aMisspeltFieldIsRefused() throws IOException {
        int line = replace("indicators/US.yaml", "  polarity: 1", "  polarty: 1");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .hasMessageContaining(folder.resolve("indicators/US.yaml") + ":" + line
                        + ": polarty: is unknown; use one of adjustment, category, floor,")
                .hasMessageContaining(": polarity: is missing");
    }

    @Test
    void theHashFollowsTheContentAndNotItsForm() throws IOException {
        String shipped = CatalogueLoader.load(SHIPPED).hash();
        replace("indicators/US.yaml", "  polarity: 1\n  importance: 3", "  importance: 3 # matters\n  polarity: 1");
        assertThat(CatalogueLoader.load(folder).hash()).isEqualTo(shipped);

        replace("indicators/US.yaml", "  importance: 3", "  importance: 2");
        assertThat(CatalogueLoader.load(folder).hash()).isNotEqualTo(shipped);
    }

    @Test
    void faultsOfAllFilesAreNamedInOneGo() throws IOException {
        replace("indicators/DE.yaml", "  polarity: 1", "  polarity: 2");
        replace("instruments.yaml", "assetClass: fx", "assetClass: forex");
        replace("weight-sets.yaml", "    SPX: {US: 1}", "    SPX: {UK: 1}");
        replace("sources.yaml", "storable: true", "storable: perhaps");
        int line = replace("indicators/US.yaml", "- id: us-cpi-mom", "- id: us-adp-employment");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        fault -> assertThat(fault.faults())
                                .extracting(CatalogueFault::what)
                                .containsExactly(
                                        "\"2\" is not 1 or -1",
                                        "\"us-adp-employment\" is already taken; an id is never reused",
                                        "\"forex\" is not one of equity-index, fx, commodity, government-bond, crypto",
                                        "\"perhaps\" is not true or false",
                                        "is unknown; use one of AU, CA, CH, CN, DE, EA, EMU, ES, FR, GB, IT, JP, NZ,"
                                                + " US"))
                .hasMessageContaining("US.yaml:" + line);
    }

    @Test
    void aWrongIndicatorIsStillAnIndicatorToItsPredecessor() throws IOException {
        replace(
                "indicators/US.yaml",
                "- id: us-advance-gdp-qoq\n",
                "- id: us-advance-gdp-qoq\n  validTo: 2019-12-31\n  successor: us-cpi-yoy\n");
        replace("indicators/US.yaml", "- id: us-cpi-yoy\n", "- id: us-cpi-yoy\n  note: hot\n  validFrom: 2020-01-01\n");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        fault -> assertThat(fault.faults())
                                .extracting(CatalogueFault::field)
                                .containsExactly("note"));
    }

    @Test
    void releaseTimesOfOneIndicatorMayNotOverlap() throws IOException {
        int line = replace("indicators/US.yaml", "      from: 2015-11-19", "      from: 2015-11-01");

        assertThatThrownBy(() -> CatalogueLoader.load(folder))
                .hasMessage(folder.resolve("indicators/US.yaml") + ":" + (line - 2)
                        + ": release: must start, by from, after the entry above it ends, by to");
    }

    @Test
    void whatWasFoundGoodIsNotCheckedAgainAndAnEditIs() throws IOException {
        Path checked = folder.resolve("home-checked");
        String hash = LoadedCatalogue.load(folder, checked).catalogue().hash();
        assertThat(checked).isNotEmptyFile();
        assertThat(LoadedCatalogue.load(folder, checked).catalogue().hash()).isEqualTo(hash);

        replace("indicators/US.yaml", "  polarity: 1", "  polarty: 1");
        assertThatThrownBy(() -> LoadedCatalogue.load(folder, checked).catalogue())
                .hasMessageContaining("polarty: is unknown");
        assertThatThrownBy(() -> LoadedCatalogue.load(folder, checked).catalogue())
                .as("a fault is never remembered as good")
                .hasMessageContaining("polarty: is unknown");
    }

    @Test
    void shortNamesTellTheIndicatorsOfARegionApart() {
        List<Indicator> indicators = CatalogueLoader.load(SHIPPED).indicators();

        assertThat(indicators.stream().map(one -> one.region().code() + " " + one.shortName()))
                .doesNotHaveDuplicates();
        assertThat(indicators).extracting(Indicator::shortName).noneMatch(name -> name.endsWith("."));
    }

    @Test
    void aLagTellsThePeriodOfARelease() {
        Catalogue catalogue = CatalogueLoader.load(SHIPPED);

        assertThat(catalogue.indicator("us-nonfarm-payrolls").orElseThrow().inferredPeriod(LocalDate.of(2021, 9, 3)))
                .contains(LocalDate.of(2021, 8, 1));
        assertThat(catalogue.indicator("gb-final-gdp-qoq").orElseThrow().inferredPeriod(LocalDate.of(2021, 9, 30)))
                .contains(LocalDate.of(2021, 4, 1));
        assertThat(catalogue.indicator("us-fed-funds-rate").orElseThrow().inferredPeriod(LocalDate.of(2021, 9, 22)))
                .isEmpty();
    }

    @Test
    void theSourceOfTheHighestPrecedenceComesFirstAndAnUnknownOneLast() {
        Catalogue catalogue = CatalogueLoader.load(SHIPPED);

        assertThat(catalogue.sources())
                .extracting(Source::id)
                .containsExactly(
                        "macro-edge",
                        "abs",
                        "bea",
                        "bls",
                        "census",
                        "ecb",
                        "eurostat",
                        "ons",
                        "statcan",
                        "census-files",
                        "forexfactory-archive",
                        "tradingeconomics",
                        "forexfactory-feed",
                        "investing",
                        "finnhub",
                        "fmp",
                        "metatrader5",
                        "nasdaq",
                        "bundesbank",
                        "boc",
                        "boe",
                        "nyfed",
                        "bis",
                        "oecd",
                        "imf",
                        "dbnomics",
                        "ecb-history",
                        "datahub",
                        "ecb-rates",
                        "fred",
                        "stooq",
                        "treasury",
                        "yahoo",
                        "fred-dates");
        assertThat(catalogue.precedence("macro-edge")).isGreaterThan(catalogue.precedence("forexfactory-archive"));
        assertThat(catalogue.precedence("forexfactory-archive")).isGreaterThan(catalogue.precedence("my-calendar"));
        assertThat(catalogue.sources())
                .filteredOn(source -> source.id().equals("forexfactory-archive"))
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.terms().address())
                            .hasToString("Optional[https://github.com/spoluan/forex-factory-scraper]");
                    assertThat(source.terms().storable()).isTrue();
                });
    }

    /// Replaces the first occurrence, and answers its line.
    private int replace(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(from);
        assertThat(at).as("%s holds %s", file, from).isNotNegative();
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
        return (int) text.substring(0, at).lines().count() + 1;
    }
}
