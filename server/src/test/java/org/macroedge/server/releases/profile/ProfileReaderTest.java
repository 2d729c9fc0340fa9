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
                "yyyy-MM-dd HH:mm\", zone: UTC | yyyy-MM-dd hh:mm\", zone: UTC | 4: pattern: has hours of a half day"
                        + " (h) and no am or pm (a); H is the hour of a whole day",
                "yyyy-MM-dd HH:mm\", zone: UTC | yyyy-MM-dd KK:mm\", zone: UTC | 4: pattern: has hours of a half day"
                        + " (h) and no am or pm (a); H is the hour of a whole day",
                "yyyy-MM-dd HH:mm\", zone: UTC | yyyy-MM-dd HH:mm a\", zone: UTC | 4: pattern: has am or pm (a) and"
                        + " hours of a whole day (H); h is the hour of a half day",
                "yyyy-MM-dd HH:mm\", zone: UTC | YYYY-MM-dd HH:mm\", zone: UTC | 4: pattern: has Y, the year of an ISO"
                        + " week; y is the year of a date",
                "yyyy-MM-dd HH:mm\", zone: UTC | yyyy-MM-DD HH:mm\", zone: UTC | 4: pattern: has D, the day of the"
                        + " year, beside a month; d is the day of a month",
                "yyyy-MM-dd HH:mm\", zone: UTC | yyyy-bb-dd HH:mm\", zone: UTC | 4: pattern: \"yyyy-bb-dd HH:mm\" is"
                        + " not a pattern of a date and time",
                "zone: UTC | zone: New York + 4 h | 4: zone: \"New York + 4 h\" is not a zone or offset, or in-row",
                "{K: 3} | {K: 3}, scale: 5 | 5: scale: 5 is not a power of ten such as 1000000",
                "{K: 3} | {K: 3}, ranges: both | 5: ranges: \"both\" is not one of lower, upper, middle, refuse",
                "{K: 3} | {K: 3}, parentheses: keep | 5: parentheses: \"keep\" is not one of negative, refuse",
                "source: mine | source: mine & spill: {backwardJumpDays: 3} | 2: spill: a mapping of fields is not "
                        + "next-january",
                "source: mine | source: mine & captured: {from: column, pattern: yyyyMMddHH} | 2: from: is column, and"
                        + " columns name none for captured",
                "source: mine | source: mine & captured: {from: file-name, pattern: yyyyMMdd} | 2: pattern: has no"
                        + " year or no clock time; a capture is an instant",
                "source: mine | source: mine & captured: {from: file-name, pattern: yyyyMMdd-hh} | 2: pattern: has"
                        + " hours of a half day (h) and no am or pm (a); H is the hour of a whole day",
                "actual: act} | actual: act, captured: seen} | 3: captured: is a column, and the profile has no field"
                        + " captured with its pattern",
                "source: mine | source: mine & constants: {title: CPI} | 2: title: is a constant, and columns name one"
                        + " for it too",
                "source: mine | source: mine & titlesFrom: another | 2: titlesFrom: no profile has the name"
                        + " \"another\"",
                "act} | act} &   path: events | 4: path: is for json, and the format is csv",
                "act} | act} &   sheet: Data | 4: sheet: is for xlsx, and the format is csv",
                "act} | act} &   format: json &   delimiter: ';' | 5: delimiter: is for csv, and the format is json",
                "act} | act} &   format: json &   names: [a, b] | 5: names: is for files without a header; the columns"
                        + " of JSON have names",
                "act} | act} &   format: xlsx &   encoding: UTF-8 | 5: encoding: is for text; a spreadsheet has its"
                        + " own",
                "act} | act} &   delimiter: '\"' | 4: delimiter: \"\"\" is not one letter that is neither a quotation"
                        + " mark nor a line end",
                "act} | act} &   encoding: x-JISAutoDetect | 4: encoding: \"x-JISAutoDetect\" is not an encoding like"
                        + " UTF-8",
                "actual: act | aktuell: act | 3: aktuell: is unknown; use one of actual, area, captured, clock,",
            })
    void aFaultIsNamedWithLineAndField(String right, String wrong, String fault) {
        assertThat(PROFILE).contains(right);

        assertThatThrownBy(() -> ReadRows.profile(folder, PROFILE.replace(right, wrong.replace(" & ", "\n"))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(folder.resolve("mine.yaml") + ":" + fault);
    }
}
