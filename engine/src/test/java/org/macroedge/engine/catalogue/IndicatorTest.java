package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

class IndicatorTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Indicator british(int polarity, int importance, String step, List<ReleaseTime> times) {
        return new Indicator(
                new IndicatorId("gb-cpi"),
                "CPI",
                "CPI",
                Region.GB,
                Category.INFLATION,
                "percent",
                "yoy",
                "none",
                Frequency.MONTHLY,
                List.of(),
                polarity,
                importance,
                "cpi",
                Stage.FIRST,
                new BigDecimal(step),
                null,
                null,
                PreviousRefersTo.PRIOR_PERIOD,
                null,
                times,
                null,
                LocalDate.of(2010, 1, 1),
                LocalDate.of(2021, 6, 30),
                null);
    }

    private static final List<ReleaseTime> TIMES = List.of(
            new ReleaseTime(LONDON, LocalTime.of(9, 30), null, LocalDate.of(2020, 3, 24)),
            new ReleaseTime(LONDON, LocalTime.of(7, 0), LocalDate.of(2020, 3, 25), LocalDate.of(2021, 1, 31)),
            new ReleaseTime(LONDON, null, LocalDate.of(2021, 2, 1), LocalDate.of(2021, 2, 28)));

    @Test
    void theReleaseTimeFollowsItsDates() {
        Indicator cpi = british(1, 3, "0.1", TIMES);
        assertThat(cpi.knownAt(LocalDate.of(2019, 7, 17))).isEqualTo(Instant.parse("2019-07-17T08:30:00Z"));
        assertThat(cpi.knownAt(LocalDate.of(2020, 3, 25))).isEqualTo(Instant.parse("2020-03-25T07:00:00Z"));
    }

    @Test
    void withoutAnHourAReleaseIsKnownAtTheEndOfItsDate() {
        Indicator cpi = british(1, 3, "0.1", TIMES);
        assertThat(cpi.knownAt(LocalDate.of(2021, 2, 10))).isEqualTo(Instant.parse("2021-02-11T00:00:00Z"));
        assertThat(cpi.knownAt(LocalDate.of(2022, 7, 10))).isEqualTo(Instant.parse("2022-07-10T23:00:00Z"));
    }

    @Test
    void endsAtMidnightAfterItsLastDayInItsZone() {
        Indicator cpi = british(1, 3, "0.1", TIMES);
        assertThat(Instant.ofEpochSecond(cpi.validToSecond())).isEqualTo(Instant.parse("2021-06-30T23:00:00Z"));
        assertThat(Instant.ofEpochSecond(cpi.validFromSecond())).isEqualTo(Instant.parse("2010-01-01T00:00:00Z"));
        Indicator open = Samples.indicator("us-gdp", Region.US, Category.GROWTH);
        assertThat(open.validFromSecond()).isEqualTo(Long.MIN_VALUE);
        assertThat(open.validToSecond()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void periodsAndFloorsFollowTheContract() {
        assertThat(british(1, 1, "0.6", TIMES).sigmaFloor()).isCloseTo(0.6 / Math.sqrt(6), within(1e-15));
        for (Frequency frequency : Frequency.values()) {
            Indicator indicator = Samples.indicator("us-x", Region.US, Category.GROWTH, frequency, null, null);
            double expected = switch (frequency) {
                case WEEKLY -> 7;
                case MONTHLY -> 30.4375;
                case QUARTERLY -> 91.3125;
                case IRREGULAR -> 365.25 / 8;
            };
            assertThat(indicator.periodDays(0)).isEqualTo(expected);
            assertThat(indicator.isPolicyRate()).isEqualTo(frequency == Frequency.IRREGULAR);
        }
    }

    @Test
    void refusesWhatBreaksTheContractByName() {
        assertThatThrownBy(() -> british(0, 3, "0.1", TIMES)).hasMessage("gb-cpi: polarity 0 is not 1 or -1");
        assertThatThrownBy(() -> british(1, 4, "0.1", TIMES)).hasMessage("gb-cpi: importance 4 is not 1, 2 or 3");
        assertThatThrownBy(() -> british(1, 0, "0.1", TIMES)).hasMessageContaining("importance 0");
        assertThatThrownBy(() -> british(1, 3, "0", TIMES)).hasMessage("gb-cpi: step 0 is not above 0");
        assertThatThrownBy(() -> british(1, 3, "0.1", List.of())).hasMessageContaining("has no entry");
        assertThatThrownBy(() -> new ReleaseTime(LONDON, null, LocalDate.of(2021, 1, 2), LocalDate.of(2021, 1, 1)))
                .hasMessage("release time to 2021-01-01 is before from 2021-01-02");
        assertThatThrownBy(() -> new Prior(BigDecimal.ZERO, LocalDate.EPOCH, LocalDate.EPOCH, "x"))
                .hasMessage("prior sigma 0 is not above 0");
    }
}
