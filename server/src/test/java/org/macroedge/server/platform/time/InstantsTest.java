package org.macroedge.server.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class InstantsTest {

    private static final Instant NOW = Instant.parse("2022-02-01T08:30:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "2099-12-31T23:59:59.999999999Z",
                "2000-02-29T12:30:00Z",
                "2021-09-03T14:30:00+02:00"
            })
    void anInstantOfTheStatedYearsIsRead(String text) {
        assertThat(Instants.read("asOf", text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-09-03T12:30:00Z",
                "2021-09-03T12:30Z",
                "2021-09-03T12:30:00.000Z",
                "2021-09-03T14:30:00+02:00",
                "2021-09-03T14:30+0200",
                "2021-09-03T14:30:00+02",
                "2021-09-03T14:30:00 02:00",
                "2021-09-03T08:30:00-0400",
                "2021-09-03 12:30:00+00",
                "2021-09-03 12:30:00+00:00"
            })
    void everyFormThatCommonClientsSendIsRead(String text) {
        assertThat(Instants.read("asOf", text)).isEqualTo(Instant.parse("2021-09-03T12:30:00Z"));
    }

    @Test
    void aDateAloneIsItsStartWhereAPeriodStartsAndItsEndElsewhere() {
        assertThat(Instants.readStart("from", "2021-09-03")).isEqualTo(Instant.parse("2021-09-03T00:00:00Z"));
        assertThat(Instants.read("to", "2021-09-03")).isEqualTo(Instant.parse("2021-09-03T23:59:59.999999Z"));
        assertThat(Instants.readMarketTime("asOf", "2021-09-03")).isEqualTo(Instant.parse("2021-09-03T23:59:59Z"));
        assertThat(Instants.isDate("2021-09-03")).isTrue();
        assertThat(Instants.isDate("2021-09-03T00:00Z")).isFalse();
    }

    @Test
    void aMarketTimeIsFlooredToWholeSeconds() {
        assertThat(Instants.readMarketTime("asOf", "2021-09-03T12:29:59.999Z"))
                .isEqualTo(Instant.parse("2021-09-03T12:29:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "1899-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z"
            })
    void anotherYearIsRejectedWithTheYearsThatAreAllowed(String text) {
        assertThatThrownBy(() -> Instants.read("--from", text))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.INVALID_INSTANT))
                .hasMessage("--from \"" + text + "\" is outside the years 1900 to 2099. Use a time in these years");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "NaN",
                "1",
                "2021-02-29T00:00:00Z",
                "2021-13-01T00:00:00Z",
                "2021-09-03T24:00:00Z",
                "2021-09-03T12:30:60Z",
                "2021-09-03t12:30:00z",
                "2021-09-03T12:30:00",
                " 2021-09-03T12:30:00Z",
                "2021-09-03T12:30:00Z\n",
                "2021-09-03T12:30:00.Z",
                "2021-09-03T12:30:00.1234567890Z",
                "2021-09-03T12:30:00+19:00",
                "２０２１-09-03T12:30:00Z"
            })
    void textThatIsNoInstantIsRejectedByItsName(String text) {
        assertThatThrownBy(() -> Instants.read("asOf", text))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith("asOf \"")
                .hasMessageEndingWith(
                        "\" is not a valid time. Write it like 2021-09-03T12:30Z, or give a date:" + " 2021-09-03");
    }

    @Test
    void longTextIsCutInTheMessageAndControlCharactersAreEscaped() {
        assertThatThrownBy(() -> Instants.read("asOf", "\u001b[2J" + "9".repeat(10_000)))
                .hasMessageStartingWith("asOf \"\\u001b[2J999")
                .hasMessageContaining("…\" is not a valid time")
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void aRecordTimeIsRejectedOnlyIfClockAndStoreAreBothEarlier() {
        Instant later = NOW.plusSeconds(1);
        assertThatCode(() -> Instants.checkRecordedAt(NOW, NOW, Instant.EPOCH)).doesNotThrowAnyException();
        assertThatCode(() -> Instants.checkRecordedAt(later, NOW, later)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Instants.checkRecordedAt(later, NOW, NOW))
                .hasMessage(
                        "The record time 2022-02-01T08:30:01Z is in the future. Use a time up to now, or leave it out"
                                + " for everything stored");
    }

    @Test
    void aPeriodMayBeOneInstantButNotEndBeforeItStarts() {
        assertThatCode(() -> Instants.checkPeriod(NOW, NOW)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Instants.checkPeriod(NOW, NOW.minusSeconds(1)))
                .hasMessageStartingWith(
                        "The period starts at 2022-02-01T08:30:00Z, after its end at 2022-02-01T08:29:59Z");
    }
}
