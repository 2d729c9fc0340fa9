package org.macroedge.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.surprises.Surprises;

/// The US shutdown of autumn 2025, as it was known day by day: weeks late, moved, merged, called off, imputed.
///
/// Announcements and their captures are those of saved copies of ForexFactory's feed, figures of payrolls those
/// that its later copies name as previous ones. The figures of the CPI, and the instant at which October's was
/// called off, are composed.
class ShutdownReplayTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Instant FROM = Instant.parse("2025-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-31T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    private static final Map<String, String> FACTS = Map.of("us-nonfarm-payrolls", """
        2025-09-05 bls print 2025-09-05T12:30:00Z actual=22000 period=2025-08-01;
        2025-10-03 forexfactory-feed schedule 2025-10-03T12:30:00Z captured=2025-10-02T22:13:23Z;
        2025-10-03 forexfactory-feed schedule 2025-10-10T12:32:00Z captured=2025-10-05T05:17:54Z;
        2025-10-03 forexfactory-feed schedule 2025-11-20T13:30:00Z captured=2025-11-16T06:30:34Z;
        2025-10-03 bls print 2025-11-20T13:30:00Z actual=119000 period=2025-09-01;
        2025-11-07 forexfactory-feed schedule 2025-11-07T13:30:00Z captured=2025-11-02T05:19:56Z;
        2025-11-07 bls print 2025-12-16T13:30:00Z actual=-105000 period=2025-10-01;
        2025-12-16 forexfactory-feed schedule 2025-12-16T13:30:00Z captured=2025-12-14T06:32:24Z;
        2025-12-16 bls print 2025-12-16T13:30:00Z actual=64000 period=2025-11-01;
        2026-01-09 forexfactory-feed schedule 2026-01-09T13:30:00Z captured=2026-01-04T06:34:46Z\
        """, "us-cpi-mom", """
        2025-09-11 bls print 2025-09-11T12:30:00Z actual=0.4 period=2025-08-01;
        2025-10-24 forexfactory-feed schedule 2025-10-24T12:30:00Z captured=2025-10-19T05:19:35Z;
        2025-10-24 bls print 2025-10-24T12:30:00Z actual=0.3 period=2025-09-01;
        2025-11-13 forexfactory-feed schedule 2025-11-13T13:30:00Z captured=2025-11-09T06:29:19Z off=2025-11-21T15:00:00Z;
        2025-12-18 forexfactory-feed schedule 2025-12-18T13:30:00Z captured=2025-12-14T06:32:24Z;
        2025-12-18 bls print 2025-12-18T13:30:00Z actual=0.3 period=2025-11-01;
        2026-01-13 forexfactory-feed schedule 2026-01-13T13:30:00Z captured=2026-01-11T06:35:16Z\
        """);

    @ParameterizedTest(name = "{0}, {1}")
    @CsvFileSource(resources = "shutdown-2025.csv", delimiter = '|', numLinesToSkip = 1)
    void eachDayKnowsWhatWasKnownThen(
            String what, String indicator, Instant asOf, int outstanding, @Nullable String expected) {
        CalendarAnswers calendar = calendar(indicator);
        String listed = calendar.between(asOf, FROM, TO, null, 1).items().stream()
                .filter(item -> !item.state().equals("expected"))
                .map(ShutdownReplayTest::line)
                .collect(Collectors.joining("; "));

        assertThat(listed).as(what).isEqualTo(expected == null ? "" : expected);
        assertThat(calendar.completeness(asOf, null, 1).completeness().outstanding())
                .as(what)
                .isEqualTo(outstanding);
    }

    private static String line(CalendarItem item) {
        return item.state()
                + (item.state().equals("missing") ? "/" + item.stateReason() : "")
                + (item.releaseId() == null ? "" : " " + CaseFacts.date(new ReleaseId(item.releaseId())))
                + " at " + item.releasedAt();
    }

    private static CalendarAnswers calendar(String indicator) {
        CaseFacts written = new CaseFacts(indicator, FACTS.get(indicator));
        return new CalendarAnswers(Surprises.of(written.known(CATALOGUE)), CLOCK);
    }
}
