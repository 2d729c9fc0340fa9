package org.macroedge.server.releases.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowOutcome;

/// Rows that no calendar has, and that would take hours to compare with each other.
@Timeout(60)
class DerivationLimitsTest {

    private static final Indicator INDICATOR = CatalogueLoader.load(Path.of("../catalogue"))
            .indicator("us-nonfarm-payrolls")
            .orElseThrow();
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void equalRowsAreOneHoweverManyTheyAre() {
        List<Statement> rows = LongStream.range(0, 100_000)
                .mapToObj(number -> statement(number, START, BigDecimal.TEN, null))
                .toList();
        ReleaseDerivation derivation = new ReleaseDerivation(INDICATOR, 1, () -> {});

        DerivedReleases releases = derivation.derive(List.of(batches(rows)), List.of());

        assertThat(releases.prints()).hasSize(1);
        assertThat(derivation.results().getFirst().outcomes())
                .containsEntry(RowOutcome.UNCHANGED, 99_999L)
                .containsEntry(RowOutcome.IMPORTED, 1L);
    }

    @Test
    void noIndicatorHasAThousandFiguresInADay() {
        List<Statement> rows = LongStream.rangeClosed(0, RowMerger.MOST_TOGETHER)
                .mapToObj(number -> statement(number, START.plusSeconds(number), BigDecimal.valueOf(number), null))
                .toList();

        assertThatThrownBy(() -> new ReleaseDerivation(INDICATOR).derive(List.of(batches(rows)), List.of()))
                .hasMessage("More than 1,000 different rows of us-nonfarm-payrolls are within 36 hours (mine:1000)."
                        + " Nothing was stored. Check the titles of the profile, and that the file is a calendar");
    }

    @Test
    void rowsOfOnePeriodDoNotFitEachOfThousandsOfReleases() {
        LocalDate period = LocalDate.of(2020, 1, 1);
        List<Statement> first = LongStream.range(0, 1_100)
                .mapToObj(number ->
                        statement(number, START.plus(Duration.ofHours(6 * number)), BigDecimal.valueOf(number), period))
                .toList();
        List<Statement> second = LongStream.range(0, 1_100)
                .mapToObj(number -> statement(
                        5_000 + number,
                        START.plus(Duration.ofHours(6 * number)),
                        BigDecimal.valueOf(-number - 1),
                        period))
                .toList();

        assertThatThrownBy(() -> new ReleaseDerivation(INDICATOR).derive(List.of(batches(first, second)), List.of()))
                .hasMessageStartingWith("Rows of us-nonfarm-payrolls fit more than 1,000,000 times to releases that are"
                        + " stored (mine:");
    }

    @Test
    void aDerivationThatNobodyWaitsForEnds() {
        ReleaseDerivation derivation = new ReleaseDerivation(INDICATOR, 1, () -> {
            throw new CancellationException("nobody waits");
        });

        assertThatThrownBy(() -> derivation.derive(
                        List.of(batches(List.of(statement(1, START, BigDecimal.ONE, null)))), List.of()))
                .hasMessage("nobody waits");
    }

    @SafeVarargs
    private static SourceStatements batches(List<Statement>... batches) {
        return new SourceStatements(
                "mine",
                LongStream.range(0, batches.length)
                        .mapToObj(index -> new StatedBatch(index + 1, START, batches[(int) index]))
                        .toList());
    }

    private static Statement statement(long number, Instant instant, BigDecimal actual, @Nullable LocalDate period) {
        return new Statement(
                number,
                new ReportedRelease(
                        "mine", number, "title", "mine", INDICATOR, instant, null, false, period, actual, null,
                        List.of(), null, null, false, null));
    }
}
