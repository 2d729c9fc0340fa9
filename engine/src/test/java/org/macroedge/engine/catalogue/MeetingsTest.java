package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;

class MeetingsTest {

    private static final LocalDate LAST_OF_ELEVEN = LocalDate.of(2023, 12, 31);
    private static final Indicator RATE = Cases.deciding(
            Samples.indicator("us-rate", Region.US, Category.MONETARY, Frequency.IRREGULAR, null, null),
            List.of(new Meetings(11, null, LAST_OF_ELEVEN), new Meetings(8, LAST_OF_ELEVEN.plusDays(1), null)));

    @Test
    void theDistanceChangesAtMidnightInTheReleaseZone() {
        long midnight = Instant.parse("2024-01-01T05:00:00Z").getEpochSecond();

        assertThat(RATE.periodDays(midnight - 1)).isEqualTo(365.25 / 11);
        assertThat(RATE.periodDays(midnight)).isEqualTo(365.25 / 8);
        assertThat(RATE.periodChanges()).containsExactly(Long.MIN_VALUE, midnight);
        assertThat(RATE.shortestPeriodDays()).isEqualTo(365.25 / 11);
    }

    @Test
    void whereNoCalendarHoldsTheNextOneDoesAndAfterTheLastTheLast() {
        Indicator gap = Cases.deciding(
                RATE,
                List.of(
                        new Meetings(12, null, LocalDate.of(2010, 12, 31)),
                        new Meetings(4, LocalDate.of(2012, 1, 1), LocalDate.of(2012, 12, 31))));

        assertThat(gap.periodDays(Instant.parse("2011-06-01T00:00:00Z").getEpochSecond()))
                .isEqualTo(365.25 / 4);
        assertThat(gap.periodDays(Instant.parse("2020-06-01T00:00:00Z").getEpochSecond()))
                .isEqualTo(365.25 / 4);
    }

    @Test
    void refusesNoMeetingsAndAnEndBeforeTheStart() {
        assertThatThrownBy(() -> new Meetings(0, null, null)).hasMessage("meetings 0 is not above 0");
        assertThatThrownBy(() -> new Meetings(8, LAST_OF_ELEVEN, LocalDate.of(2023, 1, 1)))
                .hasMessage("meetings to 2023-01-01 is before from 2023-12-31");
    }
}
