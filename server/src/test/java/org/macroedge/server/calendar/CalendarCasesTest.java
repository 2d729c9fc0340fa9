package org.macroedge.server.calendar;

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
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.surprises.Surprises;

/// What the calendar from 1 August to 30 November 2021 lists of the US payrolls, one case a line. Of the
/// sources, the catalogue ranks `macro-edge` first and does not list `a` and `b`.
class CalendarCasesTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Instant FROM = Instant.parse("2021-08-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2021-11-30T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-12-01T08:20:30Z"), ZoneOffset.UTC);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "calendar-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleListsTheReleasesOfItsCases(
            String rule, String theCase, String facts, Instant asOf, @Nullable String expected) {
        String listed = calendar(facts).between(asOf, FROM, TO, null, 1).items().stream()
                .map(CalendarCasesTest::line)
                .collect(Collectors.joining("; "));

        assertThat(listed).as("%s: %s", rule, theCase).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void indicatorsWithoutACapturedScheduleOfALaterReleaseAreCounted() {
        String schedule = "2021-12-03 a schedule 2021-12-03T13:30:00Z captured=2021-11-01T00:00:00Z";
        Instant captured = Instant.parse("2021-11-01T00:00:00Z");

        int before = calendar(schedule)
                .between(captured.minusSeconds(1), null, null, null, 1)
                .unscheduled();

        assertThat(before).isGreaterThan(200);
        assertThat(calendar(schedule).between(captured, null, null, null, 1).unscheduled())
                .isEqualTo(before - 1);
    }

    /// July's print is more than two months older than the release of December, which so has no forecast.
    @Test
    void nowIsTheLastCaptureWhereThatIsTheLatestNews() {
        String old = "2021-07-02 a print 2021-07-02T12:30:00Z actual=850";

        CalendarAnswer stale = calendar(old).between(null, null, null, null, 1);
        CalendarAnswer fresh = calendar(
                        old + "; 2021-12-03 a schedule 2021-12-03T13:30:00Z captured=2021-12-01T08:20:29.5Z")
                .between(null, null, null, null, 1);

        assertThat(stale.header().asOf()).isEqualTo("2021-07-02T12:30:00Z");
        assertThat(stale.header().stale()).isTrue();
        assertThat(fresh.header().asOf()).isEqualTo("2021-12-01T08:20:29Z");
        assertThat(fresh.header().stale()).isFalse();
        assertThat(fresh.items())
                .extracting(CalendarCasesTest::line)
                .containsExactly("scheduled 2021-12-03T13:30:00Z 2021-12-03");
    }

    @Test
    void nowIsTheLastCancellationWhereThatIsTheLatestNews() {
        CalendarAnswer answer = calendar("2021-12-03 a schedule 2021-12-03T13:30:00Z captured=2021-11-01T00:00:00Z"
                        + " off=2021-12-01T08:20:29.5Z")
                .between(null, null, null, null, 1);

        assertThat(answer.header().asOf()).isEqualTo("2021-12-01T08:20:29Z");
        assertThat(answer.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo("cancelled");
            assertThat(item.marks()).containsExactly("cancelled");
        });
    }

    @Test
    void anEarlierCaptureLeavesNowAsItIs() {
        String fresh = "2021-11-30 a print 2021-11-30T12:30:00Z actual=850;"
                + " 2021-12-03 a schedule 2021-12-03T13:30:00Z captured=2021-11-29T08:00:00Z";

        assertThat(calendar(fresh).between(null, null, null, null, 1).header().asOf())
                .isEqualTo("2021-12-01T08:00:00Z");
    }

    private static CalendarAnswers calendar(String facts) {
        CaseFacts written = new CaseFacts("us-nonfarm-payrolls", facts);
        return new CalendarAnswers(Surprises.of(written.known(CATALOGUE)), CLOCK);
    }

    private static String line(CalendarItem item) {
        assertThat(item.marks().contains("expected")).isEqualTo(item.releaseId() == null);
        assertThat(item.stateReason() == null).isEqualTo(item.state().equals("released"));
        boolean named = item.state().equals("missing") || "moved".equals(item.stateReason());
        String reason = named ? "/" + item.stateReason() : "";
        return item.state() + reason + " " + item.releasedAt()
                + (item.releaseId() == null ? "" : " " + CaseFacts.date(new ReleaseId(item.releaseId())))
                + (item.actual() == null && item.period() != null ? " period=" + item.period() : "")
                + (item.actual() == null ? "" : " actual=" + item.actual())
                + (item.forecast() == null ? "" : " forecast=" + item.forecast() + " " + item.forecastKind());
    }
}
