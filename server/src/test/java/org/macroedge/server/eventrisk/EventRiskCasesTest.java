package org.macroedge.server.eventrisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.eventrisk.view.EventRisk;
import org.macroedge.server.eventrisk.view.NoTradeWindow;
import org.macroedge.server.eventrisk.view.RiskRelease;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.surprises.Surprises;

/// Whether the US payrolls are near, one case a line, and the windows without trades around them.
class EventRiskCasesTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-09-03T12:20:30.5Z"), ZoneOffset.UTC);

    private static EventRiskAnswers answers(String facts) {
        Surprises known = Surprises.of(new CaseFacts("us-nonfarm-payrolls", facts).known(CATALOGUE));
        return new EventRiskAnswers(
                known,
                new CalendarAnswers(known, Clock.fixed(Instant.parse("2021-12-01T00:00:00Z"), ZoneOffset.UTC)),
                Clock.fixed(Instant.parse("2021-12-01T00:00:00Z"), ZoneOffset.UTC));
    }

    private static String text(@Nullable RiskRelease release) {
        return release == null
                ? ""
                : release.indicator().replace("us-nonfarm-payrolls", "").replaceFirst("(.)$", "$1 ")
                        + release.state()
                        + (release.secondsAway() < 0 ? " " : " +")
                        + release.secondsAway();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "event-risk-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleHoldsInItsCases(
            String rule,
            String theCase,
            String instrument,
            int before,
            int after,
            String facts,
            Instant asOf,
            @Nullable String near,
            @Nullable String next) {
        EventRisk risk = answers(facts).near(new EventRiskQuestion(instrument, before, after, 3), asOf, "default");

        String found = risk.releases().stream().map(EventRiskCasesTest::text).collect(Collectors.joining("; "));
        assertThat(found).as("%s: %s", rule, theCase).isEqualTo(near == null ? "" : near);
        assertThat(risk.atRisk()).isEqualTo(near != null);
        assertThat(text(risk.next())).isEqualTo(next == null ? "" : next);
    }

    @Test
    void nowIsThisSecondAndNotTheLastFullHour() {
        Surprises known = Surprises.of(new CaseFacts(
                        "us-nonfarm-payrolls",
                        "2021-09-03 a schedule 2021-09-03T12:30:00Z captured=2021-08-30T10:00:00Z")
                .known(CATALOGUE));
        EventRiskAnswers now = new EventRiskAnswers(known, new CalendarAnswers(known, CLOCK), CLOCK);

        EventRisk risk = now.near(new EventRiskQuestion("eurusd", 10, 10, 3), null, "default");

        assertThat(risk.header().asOf()).isEqualTo("2021-09-03T12:20:30Z");
        assertThat(text(risk.next())).isEqualTo("scheduled +570");
        assertThat(risk.atRisk()).isTrue();
        assertThat(risk.instrument()).isEqualTo("EURUSD");
    }

    @Test
    void indicatorsWithoutAScheduleAreCounted() {
        String schedule = "2021-09-03 a schedule 2021-09-03T12:30:00Z captured=2021-08-30T10:00:00Z";
        EventRiskQuestion question = new EventRiskQuestion("EURUSD", 30, 30, 3);
        Instant captured = Instant.parse("2021-08-30T10:00:00Z");

        int before = answers(schedule)
                .near(question, captured.minusSeconds(1), "default")
                .unscheduled();

        assertThat(before).isGreaterThan(20);
        assertThat(answers(schedule).near(question, captured, "default").unscheduled())
                .isEqualTo(before - 1);
        assertThat(answers(schedule)
                        .near(new EventRiskQuestion("EURGBP", 30, 30, 3), captured, "default")
                        .unscheduled())
                .isLessThan(before)
                .isPositive();
    }

    @Test
    void oldDataAnswerForTheirOwnLastNews() {
        EventRisk risk = answers("2021-07-02 a print 2021-07-02T12:30:00Z actual=850")
                .near(new EventRiskQuestion("EURUSD", 30, 30, 3), null, "default");

        assertThat(risk.header().stale()).isTrue();
        assertThat(risk.header().asOf()).isEqualTo("2021-07-02T12:30:00Z");
        assertThat(risk.releases()).extracting(EventRiskCasesTest::text).containsExactly("released +0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30 | 12:00:00 to 13:00:00; 14:00:00 to 15:00:00",
                "60 | 30 | 11:30:00 to 13:00:00; 13:30:00 to 15:00:00",
                "60 | 60 | 11:30:00 to 15:30:00",
                "61 | 60 | 11:29:00 to 15:30:00",
                "45 | 15 | 11:45:00 to 12:45:00; 13:45:00 to 14:45:00",
                "60 | 0 | 11:30:00 to 12:30:00; 13:30:00 to 14:30:00",
                "0 | 0 | 12:30:00 to 12:30:00; 14:30:00 to 14:30:00"
            })
    void windowsThatOverlapOrTouchAreOne(int before, int after, String expected) {
        String facts =
                "2021-09-03 a print 2021-09-03T12:30:00Z actual=235; 2021-09-04 a print 2021-09-03T14:30:00Z actual=1";

        assertThat(answers(facts)
                        .windows(
                                new EventRiskQuestion("EURUSD", before, after, 3),
                                Instant.parse("2021-09-03T00:00:00Z"),
                                Instant.parse("2021-09-03T23:59:59Z"),
                                null,
                                null,
                                "default")
                        .items()
                        .stream()
                        .map(EventRiskCasesTest::span)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-03T12:30:00Z, 1",
        "2021-09-20T00:00:00Z, 1",
        "2021-11-29T00:00:00Z, 1",
        "2021-08-29T00:00:00Z, 0"
    })
    void anAnnouncedReleaseThatDidNotComeHasAWindowFromItsAnnouncementOn(Instant asOf, int windows) {
        assertThat(answers("2021-09-03 a schedule 2021-09-03T12:30:00Z captured=2021-08-30T10:00:00Z")
                        .windows(
                                new EventRiskQuestion("EURUSD", 30, 15, 3),
                                Instant.parse("2021-09-03T00:00:00Z"),
                                Instant.parse("2021-09-03T23:59:59Z"),
                                null,
                                asOf,
                                "default")
                        .items())
                .hasSize(windows);
        assertThat(answers("2021-09-03 a schedule 2021-09-03T12:30:00Z captured=2021-08-01T00:00:00Z"
                                + " off=2021-08-20T10:00:00Z")
                        .windows(
                                new EventRiskQuestion("EURUSD", 30, 15, 3),
                                Instant.parse("2021-09-03T00:00:00Z"),
                                Instant.parse("2021-09-03T23:59:59Z"),
                                null,
                                asOf,
                                "default")
                        .items())
                .isEmpty();
    }

    @Test
    void aWindowThatReachesIntoAPeriodBelongsToIt() {
        String facts =
                "2021-09-03 a print 2021-09-03T12:30:00Z actual=235; 2021-09-04 a print 2021-09-03T14:30:00Z actual=1";

        assertThat(answers(facts)
                        .windows(
                                new EventRiskQuestion("EURUSD", 30, 15, 3),
                                Instant.parse("2021-09-03T12:45:00Z"),
                                Instant.parse("2021-09-03T14:00:00Z"),
                                null,
                                null,
                                "default")
                        .items())
                .extracting(EventRiskCasesTest::span)
                .containsExactly("12:00:00 to 12:45:00", "14:00:00 to 14:45:00");
        assertThat(answers(facts)
                        .windows(
                                new EventRiskQuestion("EURUSD", 30, 15, 3),
                                Instant.parse("2021-09-03T12:45:01Z"),
                                Instant.parse("2021-09-03T13:59:59Z"),
                                null,
                                null,
                                "default")
                        .items())
                .isEmpty();
    }

    private static String span(NoTradeWindow window) {
        return window.startsAt().toString().substring(11, 19) + " to "
                + window.endsAt().toString().substring(11, 19);
    }

    /// Summer and winter; New York and Athens change their clocks on other days.
    @ParameterizedTest
    @CsvSource({
        "+02:00, 2021-09-03T12:00:00Z, 2021.09.03 14:00:00",
        "Europe/Athens, 2021-09-03T12:00:00Z, 2021.09.03 15:00:00",
        "Europe/Athens, 2021-03-15T12:00:00Z, 2021.03.15 14:00:00",
        "new-york+7, 2021-03-15T12:00:00Z, 2021.03.15 15:00:00",
        "new-york+7, 2021-03-12T12:00:00Z, 2021.03.12 14:00:00",
        "new-york+7, 2021-09-03T21:00:00Z, 2021.09.04 00:00:00",
        "new-york+7, 2021-12-03T22:00:00Z, 2021.12.04 00:00:00",
        "-05:00, 2021-09-03T02:00:00Z, 2021.09.02 21:00:00"
    })
    void aServerHasItsOwnClock(String time, Instant instant, String expected) {
        assertThat(ServerTime.of("serverTime", time).text(instant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "+2", "+14:00", "+02:60", "Europe/Berlin", "new-york", "NEW-YORK+7"})
    void anotherServerTimeIsRefused(String time) {
        assertThatThrownBy(() -> ServerTime.of("serverTime", time))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @CsvSource({"-1, 30", "30, 1441"})
    void minutesBeyondADayAreRefused(int before, int after) {
        assertThatThrownBy(() -> {
                    EventRiskQuestion.minutes("--before", before);
                    EventRiskQuestion.minutes("after", after);
                })
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("a number of minutes from 0 to 1440");
    }
}
