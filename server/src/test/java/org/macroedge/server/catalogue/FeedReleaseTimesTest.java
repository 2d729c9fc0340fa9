package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;

/// The catalogue's release times beside a calendar's weekly feed of October 2025 to January 2026, four years after the
/// archive ends.
@Tag("recorded")
class FeedReleaseTimesTest {

    private static final Path FEED =
            Path.of(System.getProperty("macro-edge.recorded"), "http", "forexfactory-feed-csv");
    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);

    /// The feed lists figures of one publication some minutes apart, in the order in which it shows them.
    private static final int SAME_PUBLICATION_MINUTES = 5;

    /// Minutes from the catalogue's time to the feed's, for each row of an indicator that has a fixed time.
    private static final Map<String, List<Long>> OFFSETS = new TreeMap<>();

    private record Event(String area, String title, LocalDate date) {}

    @BeforeAll
    static void read() throws IOException {
        Catalogue catalogue = CatalogueLoader.load(CATALOGUE);
        List<YamlEntry> titles = YamlDocument.read(CATALOGUE.resolve("profiles/forexfactory-archive.yaml"))
                .field("titles")
                .entries();
        events().forEach((event, clock) -> titles.stream()
                .filter(title -> means(title, event))
                .map(title ->
                        catalogue.indicator(title.field("indicator").text()).orElseThrow())
                .forEach(indicator -> add(indicator, event.date(), clock)));
    }

    @Test
    void nearlyEveryRowComesAtTheCataloguesTime() {
        List<Long> all = OFFSETS.values().stream().flatMap(List::stream).toList();

        assertThat(OFFSETS).hasSizeGreaterThan(280);
        assertThat(all).hasSizeGreaterThan(1_000);
        assertThat(all.stream().filter(FeedReleaseTimesTest::same).count()).isGreaterThan(960L * all.size() / 1_000);
    }

    /// - Germany: the feed shows when the first states report, not the federal figure.
    /// - Italy: the publisher's hour changes from month to month.
    /// - New Zealand, a single row: listed minutes after the headline figure.
    /// - Leading index, income, spending, prices: postponed by the closure of the US government in autumn 2025.
    /// - Vehicle sales: a placeholder, before most manufacturers report.
    @Test
    void onlyKnownExceptionsAreOffInMostRows() {
        assertThat(OFFSETS.entrySet().stream()
                        .filter(entry -> 2
                                        * entry.getValue().stream()
                                                .filter(FeedReleaseTimesTest::same)
                                                .count()
                                < entry.getValue().size())
                        .map(Map.Entry::getKey))
                .containsExactly(
                        "de-prelim-cpi-mom",
                        "it-trade-balance",
                        "nz-core-retail-sales-qoq",
                        "us-cb-leading-index-mom",
                        "us-core-pce-price-index-mom",
                        "us-personal-income-mom",
                        "us-personal-spending-mom",
                        "us-total-vehicle-sales");
    }

    private static boolean same(long minutes) {
        return Math.abs(minutes) <= SAME_PUBLICATION_MINUTES;
    }

    /// The last clock time in UTC that the snapshots give for each event.
    private static Map<Event, LocalTime> events() throws IOException {
        Map<Event, LocalTime> events = new LinkedHashMap<>();
        List<Path> snapshots;
        try (Stream<Path> files = Files.list(FEED)) {
            snapshots = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Path snapshot : snapshots) {
            String text = Files.readString(snapshot);
            if (text.startsWith("Title,")) {
                CsvReader.builder().ofNamedCsvRecord(text).forEach(row -> add(row, events));
            }
        }
        return events;
    }

    private static void add(NamedCsvRecord row, Map<Event, LocalTime> events) {
        String clock = row.getField("Time");
        if (Character.isDigit(clock.charAt(0))) {
            events.put(
                    new Event(
                            row.getField("Country"),
                            row.getField("Title"),
                            LocalDate.parse(row.getField("Date"), DATE)),
                    LocalTime.parse(clock.toUpperCase(Locale.ENGLISH), CLOCK));
        }
    }

    private static void add(Indicator indicator, LocalDate date, LocalTime clock) {
        ZoneId zone = indicator.release().getLast().zone();
        var local = date.atTime(clock).atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
        LocalTime time = indicator
                .releaseTime(local.toLocalDate())
                .map(ReleaseTime::time)
                .orElse(null);
        if (time != null) {
            OFFSETS.computeIfAbsent(indicator.id().value(), _ -> new ArrayList<>())
                    .add(Duration.between(time, local.toLocalTime()).toMinutes());
        }
    }

    private static boolean means(YamlEntry title, Event event) {
        LocalDate from = date(title, "from");
        LocalDate to = date(title, "to");
        return title.field("area").text().equals(event.area())
                && title.field("title").text().equals(event.title())
                && (from == null || !event.date().isBefore(from))
                && (to == null || !event.date().isAfter(to));
    }

    private static @Nullable LocalDate date(YamlEntry title, String field) {
        return title.optional(field, YamlEntry::date);
    }
}
