package org.macroedge.server.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;

/// Which of several sources' facts make up a release, one case a line.
///
/// Of the sources, the catalogue ranks `macro-edge` before `forexfactory-archive`, and lists no other. A release is
/// shown with the forecast that it is measured against.
class AssemblerCasesTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "assembler-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleGivesTheReleasesOfItsCases(
            String rule, String theCase, String indicator, String facts, @Nullable String expected) {
        String releases = known(indicator, facts).releases().stream()
                .map(AssemblerCasesTest::line)
                .collect(Collectors.joining("; "));
        assertThat(releases).as("%s: %s", rule, theCase).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "schedule-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyScheduleIsInForceUntilAnotherReplacesItOrTheReleaseIsPublished(
            String rule, String theCase, String indicator, String facts, @Nullable String expected) {
        String schedules = known(indicator, facts).schedules().stream()
                .map(AssemblerCasesTest::line)
                .collect(Collectors.joining("; "));
        assertThat(schedules).as("%s: %s", rule, theCase).isEqualTo(expected == null ? "" : expected);
    }

    private static KnownReleases known(String indicator, String facts) {
        CaseFacts written = new CaseFacts(indicator, facts);
        return written.known(CATALOGUE);
    }

    private static String line(ObservedRelease release) {
        return CaseFacts.date(release.releaseId()) + " " + release.source() + " " + release.releasedAt() + " actual="
                + release.actual().toPlainString()
                + (release.previous() == null ? "" : " previous=" + release.previous())
                + (release.period() == null ? "" : " period=" + release.period())
                + (release.declaredPeriod() == null ? "" : " declared")
                + ForecastLadder.best(release)
                        .map(forecast -> " forecast=" + forecast.value() + " of " + forecast.source())
                        .orElse("")
                + (release.marks().isEmpty() ? "" : " marks=" + CaseFacts.text(release.marks()));
    }

    private static String line(ScheduledRelease schedule) {
        return CaseFacts.date(schedule.releaseId()) + " " + schedule.source() + " "
                + schedule.scheduledAt()
                + (schedule.capturedAt() == null ? "" : " captured=" + schedule.capturedAt())
                + (schedule.until() == null ? "" : " until=" + schedule.until());
    }
}
