package org.macroedge.server.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.vocabulary.Coded;

class CorrelationRowsTest {

    private static final Instant MONDAY = Instant.parse("2021-08-30T22:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2021-09-03T22:00:00Z");

    @ParameterizedTest
    @CsvFileSource(resources = "/org/macroedge/server/correlation/rows.csv", numLinesToSkip = 1)
    void aReleaseBelongsToTheRowThatEndsAfterItWhereThatHasEnded(
            String step, Instant from, Instant to, Instant instant, @Nullable Instant row) {
        CorrelationRows rows = CorrelationRows.of(Coded.of(CorrelationStep.class, step), from, to);
        assertThat(rows.rowOf(instant)).isEqualTo(row == null ? null : row.getEpochSecond());
    }

    @Test
    void aChangeNeedsTheLevelsAtBothEndsOfItsRow() {
        CorrelationRows rows = CorrelationRows.of(CorrelationStep.DAY, MONDAY, FRIDAY);
        Map<Instant, Double> levels =
                Map.of(MONDAY, 1.0, MONDAY.plusSeconds(86_400), 1.0, MONDAY.plusSeconds(3 * 86_400), 5.0, FRIDAY, 2.5);
        assertThat(rows.count()).isEqualTo(4);
        assertThat(rows.changes(close -> levels.getOrDefault(close, Double.NaN)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(MONDAY.getEpochSecond() + 86_400, 0.0, FRIDAY.getEpochSecond(), -2.5));
    }

    @Test
    void aPriceCountsForACloseFromTheCloseBeforeOn() {
        CorrelationRows weeks = CorrelationRows.of(CorrelationStep.WEEK, MONDAY, FRIDAY.plusSeconds(7 * 86_400));
        assertThat(weeks.closes()).containsExactly(FRIDAY, FRIDAY.plusSeconds(7 * 86_400));
        assertThat(weeks.before(FRIDAY)).isEqualTo(FRIDAY.minusSeconds(7 * 86_400));
        assertThat(weeks.before(FRIDAY.plusSeconds(7 * 86_400))).isEqualTo(FRIDAY);
        assertThat(CorrelationRows.of(CorrelationStep.DAY, MONDAY, FRIDAY).before(MONDAY))
                .isEqualTo(MONDAY.minusSeconds(86_400));
    }

    @Test
    void aPeriodWithoutACloseHasNoRows() {
        CorrelationRows none = CorrelationRows.of(CorrelationStep.WEEK, MONDAY, MONDAY);
        assertThat(none.count()).isZero();
        assertThat(none.closes()).isEmpty();
        assertThat(none.rowOf(MONDAY)).isNull();
    }
}
