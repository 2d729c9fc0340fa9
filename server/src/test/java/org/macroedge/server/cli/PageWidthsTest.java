package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.cli.tables.BiasTable;
import org.macroedge.server.cli.tables.CalendarTable;
import org.macroedge.server.cli.tables.ExplainTable;
import org.macroedge.server.cli.tables.HeatMapTable;
import org.macroedge.server.cli.tables.HistoryTable;
import org.macroedge.server.cli.tables.IndicatorsTable;
import org.macroedge.server.cli.tables.InstrumentsTable;
import org.macroedge.server.cli.tables.ReleasesTable;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.surprises.view.IndicatorList;
import org.macroedge.server.surprises.view.IndicatorReleases;

/// The laws of a page, on the sample's answers: no line is longer than the terminal is wide, whatever its width, and
/// folding loses nothing.
class PageWidthsTest {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    /// Of the board: its heading, what changed, and what holds for all rows.
    private static final int LINES_AROUND = 32;

    private static final String AS_OF = " --as-of 2021-09-03T13:00Z --format json";

    @TempDir
    static Path folder;

    private static SampleHome home;

    @BeforeAll
    static void load() {
        home = new SampleHome(folder.resolve("home"));
        home.load();
    }

    @Test
    void everyBiasFits() {
        BiasSummary answer = answer("bias", BiasSummary.class);
        assertFits(page -> BiasTable.print(page, answer, answer.items(), true));
    }

    @Test
    void from80ColumnsOnABiasTakesOneLine() {
        BiasSummary answer = answer("bias", BiasSummary.class);
        for (int width = 80; width <= WIDEST; width++) {
            int room = width;
            List<String> lines = printed(
                            page -> BiasTable.print(page, answer, answer.items(), false),
                            new Terminal(width, false, true))
                    .lines()
                    .toList();
            assertThat(lines)
                    .as("%d columns", width)
                    .hasSizeLessThanOrEqualTo(answer.items().size() + LINES_AROUND);
            assertThat(lines).as("%d columns", width).allMatch(line -> line.length() <= room);
            answer.items()
                    .forEach(item -> assertThat(lines)
                            .filteredOn(line -> line.matches(item.instrument() + " .*%.*"))
                            .singleElement()
                            .asString()
                            .contains(
                                    Numbers.signed(item.reading().score()),
                                    Numbers.percent(item.reading().agreement())));
        }
    }

    @Test
    void everyReasonFits() {
        for (String instrument : new String[] {"SPX", "EURUSD", "AUDNZD"}) {
            BiasExplanation answer = answer("explain " + instrument, BiasExplanation.class);
            assertFits(page -> ExplainTable.print(page, answer));
        }
    }

    @Test
    void everyReleaseFits() {
        CalendarAnswer calendar = answer("calendar", CalendarAnswer.class);
        IndicatorReleases releases = answer("indicators us-cpi-mom", IndicatorReleases.class);
        assertFits(page -> CalendarTable.print(page, calendar));
        assertFits(page -> ReleasesTable.print(page, releases));
    }

    @Test
    void everythingElseFits() {
        HeatMap map = answer("heatmap", HeatMap.class);
        BiasHistory history = answer("history SPX --from 2021-08-01 --at release", BiasHistory.class);
        IndicatorList indicators = answer("indicators", IndicatorList.class);
        InstrumentList instruments =
                Json.mapper().readValue(home.run("instruments --format json").out(), InstrumentList.class);
        assertFits(page -> HeatMapTable.print(page, map));
        assertFits(page -> HistoryTable.print(page, history));
        assertFits(page -> IndicatorsTable.print(page, indicators, indicators.items()));
        assertFits(page -> InstrumentsTable.print(page, instruments));
    }

    private static <T> T answer(String command, Class<T> shape) {
        CommandLineRunner.Ended ended = home.run(command + AS_OF);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return Json.mapper().readValue(ended.out(), shape);
    }

    private static void assertFits(Consumer<Page> table) {
        String whole = content(printed(table, Terminal.PIPE));
        assertThat(whole).isNotEmpty();
        for (int width = NARROWEST; width <= WIDEST; width++) {
            String folded = printed(table, new Terminal(width, false, true));
            int longest = folded.lines().mapToInt(String::length).max().orElse(0);
            assertThat(longest).as("%d columns:%n%s", width, folded).isLessThanOrEqualTo(width);
            assertThat(content(folded)).as("%d columns", width).isEqualTo(whole);
        }
    }

    private static String printed(Consumer<Page> table, Terminal terminal) {
        StringWriter text = new StringWriter();
        table.accept(new Page(new PrintWriter(text, true), terminal, new Times(ZoneOffset.UTC)));
        return text.toString();
    }

    /// What is said, in order, without blanks and without the bars, which repeat the scores.
    private static String content(String page) {
        return page.replaceAll("[\\s#|]", "");
    }
}
