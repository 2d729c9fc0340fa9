package org.macroedge.server.sources.ecb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;
import org.macroedge.server.sources.series.VintageRows;

/// What is asked of the portal about the past, and what its answers mean. The answers are composed after an excerpt.
class EcbHistoryConnectorTest {

    private static final EcbHistoryConnector CONNECTOR = new EcbHistoryConnector();
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final String KEY = "BSI.M.U2.Y.V.M30.X.I.U2.2300.Z01.A";
    private static final Instant FETCHED = Instant.parse("2026-11-26T13:35:00Z");
    private static final RealTimeWindow WINDOW = RealTimeWindow.until(LocalDate.parse("2026-11-26"));
    private static final String HEADER = "KEY,FREQ,TIME_PERIOD,OBS_VALUE,ACTION,VALID_FROM,VALID_TO\n";

    private static final String ANSWER = HEADER
            + row("2026-07", "3.0", "Replace", "2026-08-27T10:00:00.000+02:00", "2026-09-28T10:00:00.000+02:00")
            + row("2026-07", "2.9", "Replace", "2026-09-28T10:00:00.000+02:00", "")
            + row("2026-08", "0", "Replace", "2026-09-28T10:00:00.000+02:00", "2026-09-28T16:30:00.000+02:00")
            + row("2026-08", "2.8", "Replace", "2026-09-28T16:30:00.000+02:00", "")
            + row("2026-09", "-0.1", "Replace", "2026-10-28T10:00:00.000+01:00", "2026-11-02T10:00:00.000+01:00")
            + row("2026-09", "", "Delete", "2026-11-02T10:00:00.000+01:00", "");

    private static String row(String period, String value, String action, String from, String to) {
        return String.join(",", KEY, "M", period, value, action, from, to) + "\n";
    }

    private static RealTimeHistory history(byte[] body) {
        return CONNECTOR.read(new Payload(KEY, body, FETCHED), KEY, Frequency.MONTHLY, WINDOW);
    }

    private static List<String> read(byte[] body) {
        return history(body).figures().stream().map(StatedFigures::text).toList();
    }

    private static List<String> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDayHasTheFiguresOfItsFirstPublicationAndOneThatWasTakenBackIsNone() {
        assertThat(read(ANSWER))
                .containsExactly(
                        "2026-07-01 2026-08-27 to 2026-09-27 3",
                        "2026-07-01 2026-09-28 to 9999-12-31 2.9",
                        "2026-08-01 2026-09-28 to 2026-09-28 0",
                        "2026-08-01 2026-09-29 to 9999-12-31 2.8",
                        "2026-09-01 2026-10-28 to 2026-11-01 -0.1",
                        "2026-09-01 2026-11-02 to 9999-12-31 \".\"");
    }

    @Test
    void theFirstVersionOfAPeriodThatIsNewIsItsFirstPrint() {
        assertThat(history(ANSWER.getBytes(StandardCharsets.UTF_8))
                        .firstPrints(CATALOGUE.indicators().stream()
                                .filter(known -> known.id().value().equals("ea-m3-money-supply-yoy"))
                                .findFirst()
                                .orElseThrow())
                        .stream()
                        .map(StatedFigures::text))
                .containsExactly("2026-08-01 2026-09-28 to 2026-09-28 0", "2026-09-01 2026-10-28 to 2026-11-01 -0.1");
    }

    @Test
    void aPrintCountsFromTheReleaseTimeOfItsDayOrFromWhenItCameIfThatWasLater() {
        assertThat(firstReleases(ANSWER)).containsExactly("2026-09-28T08:00:00Z 0", "2026-10-28T09:00:00Z -0.1");
        assertThat(firstReleases(ANSWER.replace("2026-10-28T10:00:00.000", "2026-10-28T11:30:00.250")))
                .containsExactly("2026-09-28T08:00:00Z 0", "2026-10-28T10:30:01Z -0.1");
    }

    private static List<String> firstReleases(String answer) {
        List<Series> series = CATALOGUE.series().stream()
                .filter(known -> known.source().equals(EcbHistoryConnector.ID))
                .toList();
        List<String> releases = new ArrayList<>();
        new VintageRows(EcbHistoryConnector.ID, KEY, series, history(answer.getBytes(StandardCharsets.UTF_8)), FETCHED)
                .deliver(new RowConsumer() {
                    @Override
                    public void startFile(String name) {}

                    @Override
                    public void accept(RowResult row) {
                        ReportedRelease release = ((RowResult.Mapped) row).release();
                        releases.add(release.instant() + " " + release.actual());
                    }
                });
        return releases;
    }

    @Test
    void whatBecameKnownLaterThanWasAskedForIsLeftOut() {
        RealTimeWindow past = new RealTimeWindow(
                LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-01"), LocalDate.parse("2026-09-28"));

        assertThat(CONNECTOR
                        .read(
                                new Payload(KEY, ANSWER.getBytes(StandardCharsets.UTF_8), FETCHED),
                                KEY,
                                Frequency.MONTHLY,
                                past)
                        .figures())
                .hasSize(3);
    }

    @Test
    void eachSeriesIsARequestForAllItsVersions() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY),
                        RealTimeWindow.years(2015, 2024)))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().name()).isEqualTo(KEY + " 2015 to 2024");
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://data-api.ecb.europa.eu/service/data/BSI/"
                                    + "M.U2.Y.V.M30.X.I.U2.2300.Z01.A"
                                    + "?format=csvdata&includeHistory=true&startPeriod=2013-01-01"));
                });
    }

    @Test
    void anAnswerWithoutFiguresSaysSo() {
        assertThatThrownBy(() -> read(HEADER))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VALID_FROM | FROM | it is not SDMX-CSV",
                "Z01.A,M,2026-07 | Z01.B,M,2026-07 | Z01.B by M was not asked for",
                ",M,2026-07 | ,Q,2026-Q3 | by Q was not asked for",
                ",2026-07, | ,2026-13, | \"2026-13\" is not a period",
                ",2026-07,3.0 | ,2023-07,3.0 | the figure of 2023-07-01 from 2026-08-27T08:00:00Z was not asked for",
                ",3.0, | ,3.O, | \"3.O\" is not a number",
                "Replace | Revise | action \"Revise\"",
                "2026-08-27T10:00:00.000+02:00 | 2026-08-27 | \"2026-08-27\" is not an instant",
                "2026-08-27T10:00:00.000+02:00 | 2027-08-27T10:00:00.000+02:00 | was not asked for",
                "2026-08-27T10:00:00.000+02:00 | 2026-09-28T10:00:00.000+02:00 | two figures of 2026-07-01 stand from",
                "2026-09-28T10:00:00.000+02:00 | 2026-09-29T10:00:00.000+02:00 | two figures of 2026-07-01 stand at"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(EcbHistoryConnectorTest::read, ANSWER, EcbHistoryConnectorTest::stated);
    }

    /// By days in Frankfurt: the first version of a period has its own day, a later one the day too if it came in the
    /// minute of the day's first row, else the next day. Equal figures that follow each other are one.
    private static List<String> stated(byte[] body) {
        List<String[]> rows = new String(body, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.replace("\"", "").split(",", -1))
                .sorted(Comparator.comparing(cells -> OffsetDateTime.parse(cells[5])))
                .toList();
        Map<String, TreeMap<LocalDate, String>> periods = new TreeMap<>();
        Map<LocalDate, Instant> opened = new TreeMap<>();
        Map<String, String> ends = new TreeMap<>();
        for (String[] cells : rows) {
            OffsetDateTime from = OffsetDateTime.parse(cells[5]);
            Instant minute = from.toInstant().truncatedTo(ChronoUnit.MINUTES);
            boolean isFirstOfDay = !minute.isAfter(opened.computeIfAbsent(day(from), day -> minute));
            TreeMap<LocalDate, String> days = periods.computeIfAbsent(cells[2], name -> new TreeMap<>());
            String value = cells[4].equals("Delete") || cells[3].isEmpty() || cells[3].equals("NaN") ? "." : cells[3];
            days.put(days.isEmpty() || isFirstOfDay ? day(from) : day(from).plusDays(1), value);
            ends.put(cells[2], cells[6]);
        }
        List<String> found = new ArrayList<>();
        periods.forEach((period, days) -> {
            if (!ends.get(period).isEmpty()) {
                days.put(day(OffsetDateTime.parse(ends.get(period))), "");
            }
            addStanding(period, days, found);
        });
        return found;
    }

    private static void addStanding(String period, TreeMap<LocalDate, String> days, List<String> found) {
        String standing = "";
        LocalDate since = LocalDate.MIN;
        days.put(LocalDate.MAX, "");
        for (Map.Entry<LocalDate, String> day : days.entrySet()) {
            if (!StatedFigures.isSame(standing, day.getValue())) {
                if (!standing.isEmpty()) {
                    LocalDate last = day.getKey().equals(LocalDate.MAX)
                            ? LocalDate.parse("9999-12-31")
                            : day.getKey().minusDays(1);
                    found.add(StatedFigures.dated(LocalDate.parse(period + "-01"), since, last, standing));
                }
                standing = day.getValue();
                since = day.getKey();
            }
        }
    }

    private static LocalDate day(OffsetDateTime instant) {
        return instant.atZoneSameInstant(ZoneId.of("Europe/Berlin")).toLocalDate();
    }
}
