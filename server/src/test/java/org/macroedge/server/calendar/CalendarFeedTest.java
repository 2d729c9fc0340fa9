package org.macroedge.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.surprises.Surprises;

class CalendarFeedTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-12-01T08:20:30Z"), ZoneOffset.UTC);
    private static final String PRINT = "2021-11-05 a print 2021-11-05T12:30:00Z actual=531000";
    private static final String FACTS =
            PRINT + "; 2021-12-03 a schedule 2021-12-03T13:30:00Z captured=2021-11-01T00:00:00Z";
    private static final Instant AS_OF = Instant.parse("2021-11-08T00:00:00Z");

    private static CalendarAnswer answer() {
        return calendar(FACTS).feed(AS_OF, null, null, null, 3);
    }

    private static CalendarAnswers calendar(String facts) {
        return new CalendarAnswers(Surprises.of(new CaseFacts("us-nonfarm-payrolls", facts).known(CATALOGUE)), CLOCK);
    }

    private static List<VEvent> events(CalendarAnswer answer) throws Exception {
        Calendar read = read(answer);
        assertThat(read.validate().getEntries()).isEmpty();
        return read.getComponents("VEVENT");
    }

    private static Calendar read(CalendarAnswer answer) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(CalendarFeed.of(answer)));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void everyReleaseIsAnEventOfItsInstantWithAnIdOfItsOwn() throws Exception {
        CalendarAnswer answer = answer();

        List<VEvent> events = events(answer);

        assertThat(events).hasSameSizeAs(answer.items()).hasSize(2);
        assertThat(events.stream().map(event -> value(event, "UID")).distinct()).hasSameSizeAs(events);
        assertThat(events.stream().map(event -> value(event, "DTSTART")))
                .containsExactlyElementsOf(answer.items().stream()
                        .map(item -> item.releasedAt().toString().replaceAll("[-:]", ""))
                        .toList());
        assertThat(events).allSatisfy(event -> {
            assertThat(value(event, "DTSTAMP")).isEqualTo("20211108T000000Z");
            assertThat(value(event, "DURATION")).isEqualTo("PT15M");
        });
    }

    @Test
    void aReleaseIsToldWithItsFiguresAndOneToComeWithItsState() throws Exception {
        List<VEvent> payrolls = events(answer()).stream()
                .filter(event -> value(event, "UID").startsWith("us-nonfarm-payrolls@"))
                .toList();

        assertThat(payrolls.stream().map(event -> value(event, "SUMMARY")))
                .containsExactly("US Payrolls 531K", "US Payrolls");
        assertThat(payrolls.stream().map(event -> value(event, "STATUS"))).containsExactly("CONFIRMED", "CONFIRMED");
        assertThat(value(payrolls.getFirst(), "DESCRIPTION"))
                .contains("State: released\nActual: 531K\n", "Importance: 3 of 3");
    }

    @Test
    void aReleaseThatNoSourceHasAnnouncedIsTentative() throws Exception {
        List<VEvent> events = events(calendar(PRINT).feed(AS_OF, null, null, null, 3));

        assertThat(events.stream().map(event -> value(event, "STATUS"))).containsExactly("CONFIRMED", "TENTATIVE");
        assertThat(value(events.getLast(), "SUMMARY")).isEqualTo("US Payrolls (expected)");
        assertThat(value(events.getLast(), "DTSTART")).startsWith("20211206T");
        assertThat(value(events.getLast(), "UID")).isEqualTo("us-nonfarm-payrolls@expected-2021-12-06.macro-edge");
    }

    @Test
    void aPeriodWithoutReleasesIsAValidCalendarWithoutEvents() throws Exception {
        Instant before = Instant.parse("2001-01-01T00:00:00Z");
        CalendarAnswer empty = calendar(FACTS).feed(AS_OF, before, before.plusSeconds(1), null, 3);

        assertThat(empty.items()).isEmpty();
        assertThat(events(empty)).isEmpty();
        assertThat(read(empty).getComponents()).hasSize(1);
    }

    /// RFC 5545, section 3.1: lines end with CRLF and have at most 75 bytes.
    @Test
    void linesAreFoldedAndTheSameAnswerGivesTheSameBytes() {
        byte[] bytes = CalendarFeed.of(answer());

        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(CalendarFeed.of(answer())).isEqualTo(bytes);
    }

    @Test
    void thePeriodReachesFromAWeekBeforeToAMonthAfterAsOf() {
        CalendarAnswer answer = answer();

        assertThat(answer.from()).isEqualTo("2021-11-01T00:00:00Z");
        assertThat(answer.to()).isEqualTo("2021-12-09T00:00:00Z");
        assertThat(calendar(FACTS).feed(AS_OF, AS_OF, null, null, 3).to()).isEqualTo("2021-11-15T00:00:00Z");
    }
}
