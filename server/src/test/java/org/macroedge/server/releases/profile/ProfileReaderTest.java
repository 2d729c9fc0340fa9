package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.Source;

class ProfileReaderTest {

    private static final String PROFILE = """
        source: mine
        file:
          columns: {title: event, instant: at, actual: act}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {suffixes: {K: 3}}
        titles:
          - {title: "Payrolls", indicator: us-nonfarm-payrolls}
          - {title: "Jobless Rate", indicator: us-unemployment-rate, to: 2015-12-31}
        """;

    @TempDir
    Path folder;

    @Test
    void theShippedProfilesNameSourcesOfTheCatalogue() throws IOException {
        try (Stream<Path> profiles = Files.list(Path.of("../catalogue/profiles"))) {
            assertThat(profiles.map(
                            path -> ProfileReader.read(path, ReadRows.CATALOGUE).source()))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .isSubsetOf(ReadRows.CATALOGUE.sources().stream()
                            .map(Source::id)
                            .toList());
        }
    }

    @Test
    void twoTitlesOfOneIndicatorMayNotHoldOnOneDay() {
        String overlapping =
                PROFILE + "  - {title: \"Unemployment\", indicator: us-unemployment-rate, from: 2015-12-31}\n";

        assertThatThrownBy(() -> ReadRows.profile(folder, overlapping))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(folder.resolve("mine.yaml") + ":9: from: overlaps with \"Jobless Rate\", which means "
                        + "us-unemployment-rate too: their dates from and to may share no day");
        assertThat(ReadRows.profile(folder, overlapping.replace("from: 2015-12-31", "from: 2016-01-01"))
                        .titles())
                .hasSize(3);
    }

    @Test
    void oneTitleMayMeanTwoIndicatorsOnDifferentDaysOnly() {
        String twice = PROFILE + "  - {title: \"Jobless Rate\", indicator: us-cpi-yoy}\n";

        assertThatThrownBy(() -> ReadRows.profile(folder, twice))
                .hasMessage(
                        folder.resolve("mine.yaml") + ":9: title: overlaps with \"Jobless Rate\", which stands above: "
                                + "their dates from and to may share no day");
        assertThat(ReadRows.profile(folder, twice.replace("us-cpi-yoy}", "us-cpi-yoy, from: 2016-01-01}"))
                        .titles()
                        .get("|Jobless Rate"))
                .hasSize(2);
    }

    @Test
    void faultsOfFormAndWrongTitlesAreNamedInOneGo() {
        String wrong = PROFILE.replace("zone: UTC", "zone: UTC, hour: 8")
                .replace("us-nonfarm-payrolls", "us-payrolls")
                .replace("to: 2015-12-31", "to: the end");

        assertThatThrownBy(() -> ReadRows.profile(folder, wrong))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        fault -> assertThat(fault.faults())
                                .extracting(CatalogueFault::toString)
                                .containsExactlyInAnyOrder(
                                        folder.resolve("mine.yaml")
                                                + ":4: hour: is unknown; use one of locale, pattern, patterns,"
                                                + " yearFrom, zone",
                                        folder.resolve("mine.yaml")
                                                + ":8: to: \"the end\" is not a date like 2020-03-25",
                                        folder.resolve("mine.yaml")
                                                + ":7: indicator: no indicator has the id \"us-payrolls\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd HH:mm\", zone: UTC | MMM d HH:mm\", zone: UTC"
                        + " | 4: pattern: has no year; yearFrom says where it stands",
                "zone: UTC | zone: UTC, yearFrom: file-name | 4: pattern: has a year, and so has yearFrom",
                "zone: UTC | zone: UTC, yearFrom: column | 4: yearFrom: is column, and columns name none for year",
                "zone: UTC | zone: in-row | 4: zone: is in-row, and neither a column for zone nor an offset in a "
                        + "pattern says it",
                "zone: UTC | zone: Mars/Olympus | 4: zone: \"Mars/Olympus\" is not a zone or offset, or in-row",
                "act} | act} &   titleFrom: constant | 4: titleFrom: is constant, and constants hold no title",
                "act} | act} &   titleFrom: file-name | 4: titleFrom: is file-name, and columns name one for title too",
                "{title: event, instant: at, actual: act} | {instant: at, actual: act} &   titleFrom: column"
                        + " | 4: titleFrom: is column, and columns name none for title",
                "{K: 3} | {K: 3}, decimal: ',', grouping: ',' | 5: grouping: \",\" is the decimal mark too",
                "{K: 3} | {K: 3}, bounds: keep | 5: bounds: \"keep\" is not one of strip, refuse",
                "to: 2015-12-31 | from: 2016-01-01, to: 2015-12-31 | 8: to: 2015-12-31 is before from, 2016-01-01",
                "actual: act | aktuell: act | 3: aktuell: is unknown; use one of actual, area, clock,",
            })
    void aFaultIsNamedWithLineAndField(String right, String wrong, String fault) {
        assertThat(PROFILE).contains(right);

        assertThatThrownBy(() -> ReadRows.profile(folder, PROFILE.replace(right, wrong.replace(" & ", "\n"))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(folder.resolve("mine.yaml") + ":" + fault);
    }
}
