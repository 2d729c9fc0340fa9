package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.surprises.view.ConsensusPath;
import org.macroedge.server.surprises.view.ConsensusPoint;
import org.macroedge.server.surprises.view.SourceError;

/// What was expected of the last and the next payrolls, one case a line. A point that stands has an asterisk.
class ConsensusPathsTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-12-01T08:20:30Z"), ZoneOffset.UTC);
    private static final String PAYROLLS = "us-nonfarm-payrolls";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "consensus-paths.csv", delimiter = '|', numLinesToSkip = 1)
    void everyCaseHasItsPaths(String theCase, String facts, Instant asOf, @Nullable String expected) {
        String paths = answers(facts).releases(PAYROLLS, asOf).consensusPaths().stream()
                .map(ConsensusPathsTest::line)
                .collect(Collectors.joining("; "));

        assertThat(paths).as(theCase).isEqualTo(expected == null ? "" : expected);
    }

    private static String line(ConsensusPath path) {
        return path.releasedAt()
                + (path.actual() == null ? "" : " actual=" + path.actual())
                + path.points().stream().map(ConsensusPathsTest::point).collect(Collectors.joining());
    }

    private static String point(ConsensusPoint point) {
        return ", " + point.value() + " " + point.kind() + " " + point.source()
                + (point.from() == null ? " imported" : " " + point.from() + " to " + point.until())
                + shown(" low=", point.low()) + shown(" high=", point.high()) + shown(" count=", point.count())
                + (point.stands() ? " *" : "");
    }

    private static String shown(String name, @Nullable Object value) {
        return value == null ? "" : name + value;
    }

    @Test
    void aSourceIsMeasuredByWhatItSaidBeforeEachRelease() {
        StringBuilder facts = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            String day = "2020-%02d-03".formatted(month);
            facts.append("%s a print %sT12:30:00Z actual=%d; ".formatted(day, day, 100 + 10 * (month % 3)))
                    .append("%s a survey 100 captured=2020-%02d-01T00:00:00Z; ".formatted(day, month))
                    .append("%s b survey 90 captured=2020-%02d-01T00:00:00Z; ".formatted(day, month))
                    .append("%s b survey 110 captured=%sT12:30:00Z; ".formatted(day, day))
                    .append("%s c survey 110; ".formatted(day));
        }
        IndicatorAnswers answers = answers(facts.toString());
        Instant asOf = Instant.parse("2021-01-01T00:00:00Z");

        assertThat(answers.releases(PAYROLLS, asOf).sourceErrors())
                .extracting(SourceError::source)
                .containsExactly("a", "naive", "b"); // mean |actual − forecast| is 10, 13.3 and 20
        assertThat(answers.ranking(asOf, Region.US).items())
                .isEqualTo(answers.releases(PAYROLLS, asOf).sourceErrors());
        assertThat(answers.ranking(asOf, Region.GB).items()).isEmpty();
        assertThat(answers.ranking(asOf, null).items().getFirst()).satisfies(best -> {
            assertThat(best.ranked()).isEqualTo(best.releases() >= 10);
            assertThat(best.bias()).isPositive();
        });
        assertThat(answers.ranking(Instant.parse("2020-01-03T12:29:59Z"), null).items())
                .isEmpty();
    }

    private static IndicatorAnswers answers(String facts) {
        CaseFacts written = new CaseFacts(PAYROLLS, facts.replaceAll(";\\s*$", ""));
        return new IndicatorAnswers(Surprises.of(written.known(CATALOGUE)), CLOCK);
    }
}
