package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.surprises.view.AnswerHeader;
import org.macroedge.server.surprises.view.ConsensusPath;
import org.macroedge.server.surprises.view.ConsensusPoint;
import org.macroedge.server.surprises.view.ConsensusView;
import org.macroedge.server.surprises.view.IndicatorReleases;

/// What was expected of payrolls, as a reader sees it, written by hand.
class ConsensusTableTest {

    private static final Instant AS_OF = Instant.parse("2021-09-03T13:00:00Z");
    private static final Instant MONDAY = Instant.parse("2021-08-30T08:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2021-09-01T08:00:00Z");

    @Test
    void aSpreadHasColumnsAndACellIsEmptyWhereASourceDoesNotSayIt() {
        assertThat(printed(path(
                        "235000",
                        point("survey-a", "750000", MONDAY, "375000", "990000", 78, false),
                        point("survey-b", "0", MONDAY, "-5000", "0", null, false),
                        point("survey-c", "720000", WEDNESDAY, null, null, 5, true),
                        point("survey-d", "700000", null, null, null, null, false))))
                .isEqualTo("""

                    from              to                expected   low  high  count  by
                    What was expected of Fri 3 Sep 2021 12:30:00, 235K
                    Mon 30 Aug 08:00  Mon 30 Aug 08:00      750K  375K  990K     78  survey-a, survey
                    Mon 30 Aug 08:00  Mon 30 Aug 08:00        0K   \u22125K    0K         survey-b, survey
                    Wed  1 Sep 08:00  Wed  1 Sep 08:00      720K                  5  survey-c, survey  stands
                    imported                                700K                     survey-d, survey
                    """);
    }

    @Test
    void withoutASpreadThereAreNoColumnsForOne() {
        assertThat(printed(path(null, point("survey-a", "750000", MONDAY, null, null, null, true))))
                .isEqualTo("""

                    from              to                expected  by
                    What was expected of Fri 3 Sep 2021 12:30:00, to come
                    Mon 30 Aug 08:00  Mon 30 Aug 08:00      750K  survey-a, survey  stands
                    """);
    }

    @Test
    void whatAHistorySaysIsShownOnlyWhereItSaysMoreThanAFigure() {
        assertThat(printed(path("235000", point("archive", "720000", null, null, null, null, true))))
                .isEmpty();
        assertThat(printed(path("235000", point("archive", "720000", null, null, "990000", null, true))))
                .isEqualTo("""

                    from      expected  high  by
                    What was expected of Fri 3 Sep 2021 12:30:00, 235K
                    imported      720K  990K  archive, survey  stands
                    """);
    }

    private static ConsensusPath path(@Nullable String actual, ConsensusPoint... points) {
        return new ConsensusPath(
                "us-nonfarm-payrolls@2021-09-03",
                Instant.parse("2021-09-03T12:30:00Z"),
                number(actual),
                List.of(points));
    }

    private static ConsensusPoint point(
            String source,
            String value,
            @Nullable Instant said,
            @Nullable String low,
            @Nullable String high,
            @Nullable Integer count,
            boolean stands) {
        return new ConsensusPoint(
                source, "survey", new BigDecimal(value), said, said, number(low), number(high), count, stands);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String printed(ConsensusPath path) {
        StringWriter text = new StringWriter();
        ConsensusTable.print(
                new Page(new PrintWriter(text, true), new Terminal(120, false, true), new Times(ZoneOffset.UTC)),
                new IndicatorReleases(
                        new AnswerHeader(AS_OF, false, false),
                        "us-nonfarm-payrolls",
                        "Nonfarm payrolls",
                        "persons",
                        new BigDecimal(1000),
                        new ConsensusView(0, null, null),
                        List.of(path),
                        List.of(),
                        List.of()));
        return text.toString();
    }
}
