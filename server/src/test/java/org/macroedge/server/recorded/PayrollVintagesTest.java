package org.macroedge.server.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// The first prints of US payrolls in twelve years of a calendar are the changes of employment in the vintages of their
/// months, which others kept.
@Tag("recorded")
class PayrollVintagesTest {

    private static final Path DATA = Path.of(System.getProperty("macro-edge.recorded"));
    private static final Path EXCEPTIONS =
            Path.of("src/test/resources/org/macroedge/server/recorded/payroll-exceptions.csv");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final String TITLE = "Non-Farm Employment Change";
    private static final YearMonth FIRST = YearMonth.of(2009, 12);
    private static final YearMonth LAST = YearMonth.of(2021, 11);
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);

    /// By the month that each describes.
    private static final Map<YearMonth, ObservedRelease> RELEASES = new TreeMap<>();

    @BeforeAll
    static void load() throws IOException {
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
        try (Database database = TestDatabase.fresh();
                Stream<Path> files = Files.list(DATA.resolve("calendar/forexfactory-2010-2021"))) {
            TestStore store = TestStore.of(
                    database, CATALOGUE, Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
            store.imports()
                    .run(
                            new ImportRequest(
                                    "forexfactory-archive",
                                    profiles.named("forexfactory-archive"),
                                    files.filter(file -> file.toString().endsWith(".csv"))
                                            .sorted()
                                            .map(PayrollVintagesTest::payrolls)
                                            .toList(),
                                    false,
                                    false),
                            ImportProgress.SILENT);
            List<ObservedRelease> releases = store.facts().asKnown(null).releases().stream()
                    .sorted(Comparator.comparing(ObservedRelease::releasedAt))
                    .toList();
            assertThat(releases)
                    .extracting(release -> release.indicator().value())
                    .containsOnly("us-nonfarm-payrolls");
            for (ObservedRelease release : releases) {
                YearMonth published = YearMonth.from(release.releasedAt().atZone(ZoneOffset.UTC));
                assertThat(RELEASES.put(published.minusMonths(1), release))
                        .as("another one in " + published)
                        .isNull();
            }
        }
    }

    /// The rows of one title; those of others say nothing about it.
    private static CalendarFile payrolls(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String rows = lines.stream()
                    .filter(line -> line.equals(lines.getFirst()) || line.contains("," + TITLE + ","))
                    .reduce("", (text, line) -> text + line + "\n");
            byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
            return new CalendarFile(String.valueOf(file.getFileName()), () -> new ByteArrayInputStream(bytes));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void everyMonthIsTheChangeInItsFirstVintageButForTheExceptionsListed() throws IOException {
        Map<YearMonth, BigDecimal> changes = firstChanges();
        List<String> differences = new ArrayList<>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            BigDecimal calendar = RELEASES.get(month).actual();
            BigDecimal vintage = changes.get(month);
            if (calendar.compareTo(vintage) != 0) {
                differences.add(month.atDay(1) + " | " + calendar.toPlainString() + " | "
                        + vintage.stripTrailingZeros().toPlainString());
            }
        }

        assertThat(RELEASES)
                .hasSize(144)
                .containsOnlyKeys(Stream.iterate(FIRST, month -> month.plusMonths(1))
                        .limit(144)
                        .toList());
        assertThat(differences)
                .containsExactlyElementsOf(Files.readAllLines(EXCEPTIONS).stream()
                        .skip(2)
                        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                        .toList());
    }

    /// The change of each month in the first vintage that has it, in persons. Columns are vintages, oldest first.
    private static Map<YearMonth, BigDecimal> firstChanges() throws IOException {
        Map<YearMonth, BigDecimal> changes = new TreeMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                DATA.resolve("series/philly-fed-real-time/employMvMd.xlsx").toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(1)).isEqualTo("EMPLOY64M12");
            for (int row = 2; row < rows.size(); row++) {
                String text = rows.get(row).getCellText(0);
                if (text.matches("(20[0-2]\\d):\\d{2}")) {
                    YearMonth month = YearMonth.parse(text.replace(':', '-'));
                    changes.put(month, firstChange(rows.get(row - 1), rows.get(row)));
                }
            }
        }
        return changes;
    }

    /// The change to a month in the first vintage that has it.
    private static BigDecimal firstChange(Row before, Row month) {
        for (int column = 1; column < month.getCellCount(); column++) {
            if (isNumber(month.getCellText(column))) {
                return change(new BigDecimal(before.getCellText(column)), new BigDecimal(month.getCellText(column)));
            }
        }
        throw new AssertionError("no vintage has the month of row " + month.getRowNum());
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+(\\.\\d+)?");
    }

    /// The release of the month of a vintage announces its last change, and shows the change before it as revised then.
    @ParameterizedTest
    @ValueSource(strings = {"2014-12", "2020-03", "2020-05", "2020-06"})
    void theVintagesOfFredMdHaveTheReleaseOfTheirMonthAndItsRevision(String vintage) throws IOException {
        List<String> lines = Files.readAllLines(DATA.resolve("series/fred-md").resolve(vintage + ".csv"));
        int column = List.of(lines.getFirst().split(",")).indexOf("PAYEMS");
        List<String[]> rows = lines.stream()
                .skip(2)
                .map(line -> line.split(","))
                .filter(cells -> cells.length > column && !cells[0].isEmpty())
                .toList();
        List<BigDecimal> levels = rows.subList(rows.size() - 3, rows.size()).stream()
                .map(cells -> new BigDecimal(cells[column]))
                .toList();
        LocalDate last = LocalDate.parse(rows.getLast()[0], DateTimeFormatter.ofPattern("M/d/yyyy"));
        ObservedRelease release = RELEASES.get(YearMonth.from(last));

        assertThat(YearMonth.from(last)).isEqualTo(YearMonth.parse(vintage).minusMonths(1));
        assertThat(release.actual()).isEqualByComparingTo(change(levels.get(1), levels.get(2)));
        assertThat(release.previous()).isEqualByComparingTo(change(levels.get(0), levels.get(1)));
    }

    private static BigDecimal change(BigDecimal before, BigDecimal after) {
        return after.subtract(before).multiply(THOUSAND);
    }
}
