package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Which indicator a title of the archive's profile means on a date, one case a line. The indicator must be in force on
/// that date.
class TitleCasesTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue SHIPPED = CatalogueLoader.load(CATALOGUE);
    private static final List<YamlEntry> TITLES = YamlDocument.read(
                    CATALOGUE.resolve("profiles/forexfactory-archive.yaml"))
            .field("titles")
            .entries();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "title-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aTitleMeansOneIndicatorOnADate(String rule, String area, String title, LocalDate date, String indicator) {
        List<String> found = TITLES.stream()
                .filter(entry -> entry.field("area").text().equals(area)
                        && entry.field("title").text().equals(title)
                        && covers(entry, "from", "to", date))
                .map(entry -> entry.field("indicator").text())
                .toList();

        assertThat(found).as(rule).isEqualTo(indicator == null ? List.of() : List.of(indicator));
        assertThat(found).allSatisfy(id -> assertThat(inForce(id, date)).isTrue());
    }

    private static boolean covers(YamlEntry entry, String from, String to, LocalDate date) {
        LocalDate start = entry.optional(from, YamlEntry::date);
        LocalDate end = entry.optional(to, YamlEntry::date);
        return (start == null || !date.isBefore(start)) && (end == null || !date.isAfter(end));
    }

    private static boolean inForce(String id, LocalDate date) {
        var indicator = SHIPPED.indicator(id).orElseThrow();
        long noon = indicator.knownAt(date).getEpochSecond();
        return indicator.validFromSecond() <= noon && noon < indicator.validToSecond();
    }
}
