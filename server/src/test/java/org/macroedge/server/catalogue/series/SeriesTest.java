package org.macroedge.server.catalogue.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.EditedCatalogue;

/// What a series makes of a publisher's figures, and which entries the catalogue refuses.
class SeriesTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    @TempDir
    private Path folder;

    private static Series of(String indicator, String source) {
        return CATALOGUE.series(source).stream()
                .filter(series -> series.indicator().id().value().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /// Figures of the publisher: payrolls of April 2020 (PAYEMS 131045 after 151582 in the first vintage), the CPI
    /// without seasonal adjustment of June 2021 (271.696 after 257.797 a year before: 5.4 % in the release of
    /// 13 July 2021).
    @ParameterizedTest
    @CsvSource({
        "us-nonfarm-payrolls, 131045, 151582, -20537000",
        "us-cpi-yoy, 271.696, 257.797, 5.4",
        "us-unemployment-rate, 4.1, 4.0, 4.1",
        "us-jolts-job-openings, 7181, 7615, 7181000"
    })
    void aFigureBecomesTheOneOfTheContract(String indicator, String figure, String before, String result) {
        assertThat(of(indicator, "bls").result(new BigDecimal(figure), new BigDecimal(before)))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(result));
    }

    /// Half a step is rounded away from zero, and zero is a figure.
    @ParameterizedTest
    @CsvSource({"100.05, 100, 0.1", "99.95, 100, -0.1", "100.049, 100, 0.0", "100, 100, 0.0", "98.5, 100, -1.5"})
    void aPercentageHasTheDecimalsOfTheStep(String figure, String before, String result) {
        assertThat(of("us-cpi-mom", "bls").result(new BigDecimal(figure), new BigDecimal(before)))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(result));
    }

    @ParameterizedTest
    @CsvSource({
        "none, 102, 100, 102",
        "change, 102, 100, 2",
        "mom, 102, 100, 2",
        "qoq, 102, 100, 2",
        "yoy, 102, 100, 2",
        "annualised, 102, 100, 8.243216",
        "annualised, 100, 100, 0"
    })
    void eachTransformIsWhatItsNameSays(String transform, String figure, String before, String result) {
        assertThat(SeriesTransform.ofCode(transform).of(new BigDecimal(figure), new BigDecimal(before)))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(result));
    }

    @ParameterizedTest
    @CsvSource({"mom, 0", "mom, -1", "yoy, 0", "annualised, -3"})
    void noPercentChangeIsMadeOfAFigureThatIsNotAboveZero(String transform, String before) {
        assertThat(SeriesTransform.ofCode(transform).of(BigDecimal.ONE, new BigDecimal(before)))
                .isEmpty();
    }

    @Test
    void aYearIsTwelveMonthsOrFourQuarters() {
        assertThat(SeriesTransform.YOY.periodsBack(Frequency.MONTHLY)).isEqualTo(12);
        assertThat(SeriesTransform.YOY.periodsBack(Frequency.QUARTERLY)).isEqualTo(4);
        assertThat(SeriesTransform.MOM.periodsBack(Frequency.MONTHLY)).isEqualTo(1);
        assertThat(SeriesTransform.NONE.periodsBack(Frequency.MONTHLY)).isZero();
        assertThat(SeriesTransform.YOY.suits(Frequency.WEEKLY)).isFalse();
        assertThat(SeriesTransform.ANNUALISED.suits(Frequency.MONTHLY)).isFalse();
    }

    @Test
    void everyFaultIsNamedWithFileAndLine() {
        EditedCatalogue edited = EditedCatalogue.in(folder)
                .edit(
                        "series/bls.yaml",
                        text -> text.replaceFirst("us-nonfarm-payrolls", "us-nonfarm-payroll")
                                .replaceFirst("source: bls\n  key: LNS14000000", "source: blz\n  key: LNS14000000")
                                .replaceFirst("publishes: level\n  unit: USD", "publishes: levels\n  unit: USD")
                                .replaceFirst("transform: yoy", "transform: squared"));

        assertThatThrownBy(edited::load)
                .hasMessageContaining("bls.yaml:2: indicator: no indicator has the id \"us-nonfarm-payroll\"")
                .hasMessageContaining("bls.yaml:11: source: no source has the id \"blz\"")
                .hasMessageContaining("publishes: \"levels\" is not one of level, change, mom, qoq, yoy")
                .hasMessageContaining("transform: \"squared\" is not one of none, change, mom, qoq, annualised, yoy");
    }

    @Test
    void aCatalogueWithoutSeriesIsOneWithoutPublishers() throws IOException {
        EditedCatalogue edited = EditedCatalogue.in(folder);
        try (Stream<Path> files = Files.list(folder.resolve("series"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(edited.load().series()).isEmpty();
    }
}
