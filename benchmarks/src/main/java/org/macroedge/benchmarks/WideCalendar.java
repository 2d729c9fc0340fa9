package org.macroedge.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Writes a calendar of any size, and a profile for it, to see what an import of many rows needs. The same
/// arguments give the same bytes. It uses only the JDK, so that `java WideCalendar.java …` runs it.
///
/// The shapes: `history` has one row for each release of every indicator, each indicator at its own day and hour.
/// `captures` has five for each: a schedule, three forecasts that change, and the actual. `indicator` has releases of
/// one indicator only. `instant` has figures of one indicator at one instant only. `titles` has a different title, of
/// no indicator, in each row. `unreadable` has no row with a number that can be read.
final class WideCalendar {

    private static final Instant END = Instant.parse("2025-12-19T13:30:00Z");
    private static final int DAYS = 12;
    private static final int[] MINUTES = {0, -300, -270, 60, 90, -750, -480, -450, 330};
    private static final int ROWS_OF_CAPTURED = 5;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    private final String shape;
    private final long rows;
    private final List<String> indicators;
    private final SplittableRandom random;

    private WideCalendar(String shape, long rows, List<String> indicators, long seed) {
        this.shape = shape;
        this.rows = rows;
        this.indicators = indicators;
        this.random = new SplittableRandom(seed);
    }

    /// @param arguments the shape, the number of rows, the seed, the folder of the catalogue, and the folder for
    /// `calendar.csv` and `wide.yaml`
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 5) {
            System.err.println("Usage: WideCalendar SHAPE ROWS SEED CATALOGUE FOLDER");
            System.exit(2);
        }
        List<String> indicators = indicators(Path.of(arguments[3]));
        Path folder = Files.createDirectories(Path.of(arguments[4]));
        Files.writeString(folder.resolve("wide.yaml"), profile(indicators));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("calendar.csv"))) {
            out.write("When;Known;Where;What;Actual;Consensus;Before\n");
            new WideCalendar(arguments[0], Long.parseLong(arguments[1]), indicators, Long.parseLong(arguments[2]))
                    .write(out);
        }
    }

    /// The ids of the indicators that have no end and no beginning.
    private static List<String> indicators(Path catalogue) throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(catalogue.resolve("indicators"))) {
            for (Path file : files.sorted().toList()) {
                for (String entry : Files.readString(file).split("\n(?=- id: )")) {
                    if (entry.startsWith("- id: ") && !entry.contains("\n  valid")) {
                        ids.add(entry.lines().findFirst().orElseThrow().substring("- id: ".length()));
                    }
                }
            }
        }
        return ids;
    }

    private static String profile(List<String> indicators) {
        StringBuilder yaml = new StringBuilder("""
            source: wide
            file:
              delimiter: ";"
              columns: {area: Where, title: What, instant: When, captured: Known, actual: Actual, forecast: Consensus, previous: Before}
            instant: {pattern: "dd/MM/yyyy HH:mm", zone: UTC}
            captured: {from: column, pattern: "dd/MM/yyyy HH:mm"}
            values: {decimal: ",", suffixes: {}}
            titles:
            """);
        indicators.forEach(
                id -> yaml.append("  - {area: %s, title: %s, indicator: %s}\n".formatted(area(id), title(id), id)));
        return yaml.toString();
    }

    private static String area(String id) {
        return id.substring(0, id.indexOf('-')).toUpperCase(Locale.ROOT);
    }

    private static String title(String id) {
        return id.substring(id.indexOf('-') + 1).replace('-', ' ');
    }

    private void write(BufferedWriter out) throws IOException {
        switch (shape) {
            case "history" -> history(out, indicators, Duration.ofDays(DAYS), 1);
            case "captures" -> history(out, indicators, Duration.ofDays(DAYS), ROWS_OF_CAPTURED);
            case "indicator" -> history(out, indicators.subList(0, 1), Duration.ofHours(1), 1);
            case "instant" -> instant(out);
            case "titles" -> titles(out);
            case "unreadable" -> unreadable(out);
            default -> throw new IllegalArgumentException(shape + " is no shape");
        }
    }

    private void history(BufferedWriter out, List<String> released, Duration step, int rowsOfEach) throws IOException {
        long releases = rows / rowsOfEach / released.size();
        int[] last = new int[released.size()];
        for (long release = 0; release < releases; release++) {
            Instant start = END.minus(step.multipliedBy(releases - 1 - release));
            for (int index = 0; index < released.size(); index++) {
                int actual = last[index] + random.nextInt(-9, 10);
                int forecast = actual + random.nextInt(-4, 5);
                String id = released.get(index);
                LocalDateTime instant = instant(start, index);
                for (int days = rowsOfEach - 1; days > 0; days--) {
                    String consensus = days == rowsOfEach - 1 ? "" : number(forecast + days);
                    row(out, instant, DATE.format(instant.minusDays(days)), id, "", consensus, last[index]);
                }
                row(out, instant, "", id, number(actual), number(forecast), last[index]);
                last[index] = random.nextInt(8) == 0 ? actual + 1 : actual;
            }
        }
    }

    /// The day and hour of an indicator.
    private static LocalDateTime instant(Instant start, int index) {
        return LocalDateTime.ofInstant(start, ZoneOffset.UTC)
                .minusDays(5L * index % DAYS)
                .plusMinutes(MINUTES[index % MINUTES.length]);
    }

    private static void row(
            BufferedWriter out,
            LocalDateTime instant,
            String known,
            String id,
            String actual,
            String consensus,
            int previous)
            throws IOException {
        out.write(String.join(
                ";", DATE.format(instant), known, area(id), title(id), actual, consensus, number(previous)));
        out.newLine();
    }

    private static String number(int tenths) {
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "," + Math.abs(tenths) % 10;
    }

    private void instant(BufferedWriter out) throws IOException {
        LocalDateTime instant = LocalDateTime.ofInstant(END, ZoneOffset.UTC);
        for (int row = 0; row < rows; row++) {
            row(out, instant, "", indicators.getFirst(), number(row), "", random.nextInt(100));
        }
    }

    private void titles(BufferedWriter out) throws IOException {
        for (long row = 0; row < rows; row++) {
            out.write("19/12/2025 13:30;;XX;A figure that no indicator has, number " + row + ";1,0;;");
            out.newLine();
        }
    }

    /// Letters in place of the actual, as many as a cell may have, beside one readable row.
    private void unreadable(BufferedWriter out) throws IOException {
        LocalDateTime instant = LocalDateTime.ofInstant(END, ZoneOffset.UTC);
        row(out, instant, "", indicators.getFirst(), "1,0", "", 0);
        String letters = "x".repeat(4_000);
        for (long row = 1; row < rows; row++) {
            row(out, instant, "", indicators.getFirst(), row + letters, "", 0);
        }
    }
}
