package org.macroedge.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.macroedge.server.releases.profile.Workbook;

/// A small file, its profile, and what the profile says, once more, in the words of the strict reader.
///
/// @param columns of title, actual, forecast and previous; then those of the instant, joined with a blank
/// @param titles the indicator of each title, with its area before it where there is one
record FuzzLayout(
        String name,
        String fileName,
        String profile,
        byte[] seed,
        Form form,
        Charset encoding,
        char delimiter,
        List<String> columns,
        List<StrictTimes> times,
        StrictNumbers numbers,
        Map<String, String> titles) {

    /// The form of the file.
    enum Form {
        CSV,
        GZIP,
        JSON,
        XLSX
    }

    private static final Map<String, Integer> SUFFIXES = Map.of("%", 0, "K", 3, "M", 6, "B", 9);
    private static final Map<String, String> TITLES =
            Map.of("Payrolls", "us-nonfarm-payrolls", "Jobless Rate", "us-unemployment-rate", "CPI y/y", "us-cpi-yoy");
    private static final String OFFSET = "(?<o>[Zz]|[+-][0-9]{2}:[0-9]{2})";
    private static final String BOOK = """
        event;at;actual;forecast
        Payrolls;2021-05-07 12:30:00;266K;978K
        Payrolls;=44351.520833333336@2;=559000;=650000
        CPI;=44328@1;=0.042@3;=3.6
        CPI;2021-06-10 12:30;5.0%;=4.7
        CPI;=44390.52083333333@2;=5.4;
        """;

    /// Every layout.
    static List<FuzzLayout> all() {
        return List.of(
                plain("plain", Form.CSV), plain("packed", Form.GZIP), wide(), continental(), marked(), feed(), book());
    }

    private static StrictTimes form(String form, String zone) {
        return new StrictTimes(Pattern.compile(form), ZoneId.of(zone));
    }

    private static FuzzLayout plain(String name, Form form) {
        byte[] seed = resource("plain.csv");
        return new FuzzLayout(
                name,
                form == Form.GZIP ? "plain.csv.gz" : "plain.csv",
                form == Form.GZIP
                        ? text("plain.yaml").replace("file: {", "file: {compression: gzip, ")
                        : text("plain.yaml"),
                form == Form.GZIP ? gzip(seed) : seed,
                form,
                StandardCharsets.UTF_8,
                ',',
                List.of("event", "actual", "forecast", "previous", "at"),
                List.of(form(
                        "(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})[Tt](?<h>[0-9]{2}):(?<n>[0-9]{2}):(?<s>[0-9]{2})"
                                + OFFSET,
                        "UTC")),
                new StrictNumbers('.', ',', Set.of("n/a"), SUFFIXES, false),
                TITLES);
    }

    private static FuzzLayout wide() {
        FuzzLayout plain = plain("wide", Form.CSV);
        return new FuzzLayout(
                "wide",
                "wide.csv",
                plain.profile.replace("file: {", "file: {encoding: UTF-16LE, "),
                new String(plain.seed, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE),
                Form.CSV,
                StandardCharsets.UTF_16LE,
                ',',
                plain.columns,
                plain.times,
                plain.numbers,
                TITLES);
    }

    private static FuzzLayout continental() {
        String day = "(?<d>[0-9]{2})\\.(?<m>[0-9]{2})\\.(?<y>[0-9]{4})";
        return new FuzzLayout(
                "continental",
                "continental.csv",
                text("continental.yaml"),
                resource("continental.csv"),
                Form.CSV,
                StandardCharsets.ISO_8859_1,
                ';',
                List.of("Land Ereignis", "Ist", "Erwartet", "Zuvor", "Datum", "Uhrzeit"),
                List.of(form(day + " (?<h>[0-9]{2}):(?<n>[0-9]{2})", "Europe/Berlin"), form(day, "Europe/Berlin")),
                new StrictNumbers(',', '.', Set.of(), Map.of("%", 0), false),
                Map.of(
                        "DE ZEW-Index für Deutschland", "de-zew-economic-sentiment",
                        "DE ifo Geschäftsklima", "de-ifo-business-climate-2018",
                        "US Beschäftigte", "us-nonfarm-payrolls"));
    }

    private static FuzzLayout marked() {
        String day = "(?<m>[0-9]{2})/(?<d>[0-9]{2})/(?<y>[0-9]{4})";
        return new FuzzLayout(
                "marked",
                "marked.tsv",
                text("marked.yaml"),
                resource("marked.tsv"),
                Form.CSV,
                StandardCharsets.UTF_8,
                '\t',
                List.of("Title", "Out", "Poll", "Before", "Day", "Clock"),
                List.of(
                        form(day + " (?<h>[0-9]{2}):(?<n>[0-9]{2})", "America/New_York"),
                        form(day + "( All Day)?", "America/New_York"),
                        form("All Day " + day, "America/New_York")),
                new StrictNumbers('.', ',', Set.of(), Map.of("%", 0, "K", 3, "M", 6), true),
                Map.of("Nonfarm jobs", "us-nonfarm-payrolls", "Retail Sales m/m", "us-retail-sales-mom"));
    }

    private static FuzzLayout feed() {
        FuzzLayout plain = plain("feed", Form.CSV);
        return new FuzzLayout(
                "feed",
                "feed.json",
                text("feed.yaml"),
                resource("feed.json"),
                Form.JSON,
                StandardCharsets.UTF_8,
                ',',
                List.of("event.name", "actual", "forecast", "previous", "at"),
                plain.times,
                new StrictNumbers('.', ',', Set.of(), Map.of("%", 0, "K", 3), false),
                TITLES);
    }

    private static FuzzLayout book() {
        String day = "(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})";
        return new FuzzLayout(
                "book",
                "book.xlsx",
                text("book.yaml"),
                Workbook.of(BOOK, "x"),
                Form.XLSX,
                StandardCharsets.UTF_8,
                ',',
                List.of("event", "actual", "forecast", "", "at"),
                List.of(form(day + " (?<h>[0-9]{2}):(?<n>[0-9]{2})(:(?<s>[0-9]{2}))?", "UTC"), form(day, "UTC")),
                new StrictNumbers('.', ',', Set.of(), Map.of("%", 0, "K", 3), false),
                Map.of("Payrolls", "us-nonfarm-payrolls", "CPI", "us-cpi-yoy"));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = Objects.requireNonNull(FuzzLayout.class.getResourceAsStream(name))) {
            return resource.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
