package org.macroedge.server.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aSignIsARealMinusOrAPlusAndZeroHasNone() {
        assertThat(Numbers.signed(81.4)).isEqualTo("+81");
        assertThat(Numbers.signed(-9.5)).isEqualTo("\u221210");
        assertThat(Numbers.signed(-0.4)).isEqualTo("0");
        assertThat(Numbers.signed(-0.0)).isEqualTo("0");
        assertThat(Numbers.signed(null)).isEqualTo("\u2013");
        assertThat(Numbers.decimals(-0.004)).isEqualTo("0.00");
        assertThat(Numbers.decimals(0.394)).isEqualTo("+0.39");
        assertThat(Numbers.weight(-0.1972)).isEqualTo("\u22120.197");
        assertThat(Numbers.sigmas(-2.75)).isEqualTo("\u22122.8\u03c3");
        assertThat(Numbers.fraction(0.568)).isEqualTo("0.57");
    }

    @Test
    void aProbabilityIsNeverSaidToBeCertain() {
        assertThat(Numbers.probability(0.0)).isEqualTo("<1%");
        assertThat(Numbers.probability(0.0049)).isEqualTo("<1%");
        assertThat(Numbers.probability(0.005)).isEqualTo("1%");
        assertThat(Numbers.probability(0.874)).isEqualTo("87%");
        assertThat(Numbers.probability(0.994)).isEqualTo("99%");
        assertThat(Numbers.probability(0.995)).isEqualTo(">99%");
        assertThat(Numbers.probability(1.0)).isEqualTo(">99%");
        assertThat(Numbers.probability(null)).isEqualTo("\u2013");
    }

    @Test
    void percentsAreRoundedDownSoThatHundredMeansAll() {
        assertThat(Numbers.percent(1.0)).isEqualTo("100%");
        assertThat(Numbers.percent(0.99999)).isEqualTo("99%");
        assertThat(Numbers.percent(null)).isEqualTo("\u2013");
    }

    @Test
    void aTimeIsTheReadersWithTheYearOnlyWhereItDiffers() {
        Instant release = Instant.parse("2021-09-03T12:30:00Z");
        Times berlin = new Times(ZoneId.of("Europe/Berlin"));

        assertThat(berlin.instant(release, release)).isEqualTo("Fri  3 Sep 14:30");
        assertThat(berlin.instant(release, Instant.parse("2022-01-01T00:00:00Z")))
                .isEqualTo("Fri  3 Sep 2021 14:30");
        assertThat(berlin.instant(release.plusSeconds(5), release)).isEqualTo("Fri  3 Sep 14:30:05");
        assertThat(berlin.full(release)).isEqualTo("Fri 3 Sep 2021 14:30:00");
        assertThat(berlin.day(release, release)).isEqualTo("3 Sep");
        assertThat(berlin.name()).isEqualTo("Europe/Berlin");
        assertThat(new Times(ZoneOffset.UTC).name()).isEqualTo("UTC");
        assertThat(new Times(ZoneOffset.ofHours(2)).name()).isEqualTo("UTC+02:00");
    }

    @Test
    void aDailyCloseIsATradingDateForEveryReader() {
        assertThat(Times.close(Instant.parse("2021-09-03T22:00:00Z"))).isEqualTo("Fri 3 Sep 2021");
    }

    @Test
    void anAgeIsInMinutesThenHoursThenDays() {
        Instant now = Instant.parse("2021-09-03T13:00:00Z");

        assertThat(Times.age(Instant.parse("2021-09-03T12:30:00Z"), now)).isEqualTo("30 min");
        assertThat(Times.age(Instant.parse("2021-09-03T09:00:00Z"), now)).isEqualTo("4 h");
        assertThat(Times.age(Instant.parse("2021-07-29T12:30:00Z"), now)).isEqualTo("36 d");
    }
}
