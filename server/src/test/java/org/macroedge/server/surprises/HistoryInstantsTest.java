package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

class HistoryInstantsTest {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2021-09-08T22:00:00Z");

    @Test
    void aHistoryStartsWithTheFirstReleaseHoweverEarlyItsPeriodStarts() {
        List<ObservedRelease> releases = List.of(release("2021-09-03T12:30:00Z"), release("2021-09-07T14:00:00Z"));

        assertThat(HistoryInstants.of(HistoryGrid.CLOSE, EARLIEST, TO, releases))
                .containsExactly(
                        Instant.parse("2021-09-03T22:00:00Z"),
                        Instant.parse("2021-09-06T22:00:00Z"),
                        Instant.parse("2021-09-07T22:00:00Z"),
                        TO);
        assertThat(HistoryInstants.of(HistoryGrid.RELEASE, EARLIEST, TO, releases))
                .containsExactly(Instant.parse("2021-09-03T12:30:00Z"), Instant.parse("2021-09-07T14:00:00Z"));
    }

    @Test
    void itEndsWithItsPeriodAlsoAfterTheLastRelease() {
        List<ObservedRelease> releases = List.of(release("2021-09-03T22:00:00Z"));

        assertThat(HistoryInstants.of(HistoryGrid.CLOSE, EARLIEST, TO, releases))
                .hasSize(4);
        assertThat(HistoryInstants.of(HistoryGrid.CLOSE, TO, TO, releases)).containsExactly(TO);
        assertThat(HistoryInstants.of(
                        HistoryGrid.CLOSE, EARLIEST, releases.getFirst().releasedAt(), releases))
                .containsExactly(releases.getFirst().releasedAt());
    }

    @Test
    void beforeTheFirstReleaseAndWithoutAnyItHasNoPoints() {
        List<ObservedRelease> releases = List.of(release("2021-09-03T12:30:00Z"));

        assertThat(HistoryInstants.of(HistoryGrid.CLOSE, EARLIEST, Instant.parse("2021-09-03T12:29:59Z"), releases))
                .isEmpty();
        assertThat(HistoryInstants.of(HistoryGrid.CLOSE, EARLIEST, TO, List.of()))
                .isEmpty();
    }

    private static ObservedRelease release(String releasedAt) {
        Instant instant = Instant.parse(releasedAt);
        IndicatorId indicator = new IndicatorId("us-nonfarm-payrolls");
        return new ObservedRelease(
                ReleaseId.of(indicator, LocalDate.parse(releasedAt.substring(0, 10))),
                indicator,
                instant,
                null,
                false,
                BigDecimal.ONE,
                null,
                "test",
                List.of(),
                Set.of(),
                null);
    }
}
