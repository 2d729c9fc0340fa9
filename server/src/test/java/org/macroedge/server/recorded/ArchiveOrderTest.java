package org.macroedge.server.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.exports.ExportText;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.soak.Soak;
import org.macroedge.server.surprises.HistoryGrid;

/// Twelve years of a real calendar give the same bytes in whatever order their rows come, in however many files.
@Tag("recorded")
@Tag("seeded")
class ArchiveOrderTest {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("macro-edge.recorded"), "calendar", "forexfactory-2010-2021");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final List<String> INSTRUMENTS = List.of("EURUSD", "USDJPY", "XAUUSD", "SPX", "UST10");
    private static final int INSTANTS = 40;

    private static final CalendarProfile SHIPPED = profile("time: source");

    private static String header;
    private static List<String> rows;
    private static Known reference;

    /// @param counts of the import and how often each reason put a row in quarantine
    /// @param exports of releases, surprises and biases
    private record Known(List<String> counts, List<String> exports, List<String> answers) {}

    @BeforeAll
    static void load() throws IOException {
        rows = new ArrayList<>();
        List<List<String>> years = new ArrayList<>();
        try (Stream<Path> files = Files.list(ARCHIVE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                header = lines.getFirst();
                years.add(lines.subList(1, lines.size()));
                rows.addAll(years.getLast());
            }
        }
        reference = known(SHIPPED, years);
        assertThat(reference.exports().getFirst().lines()).hasSizeGreaterThan(35_000);
    }

    static LongStream seeds() {
        return Soak.seeds(1, 20);
    }

    @Test
    void theNewestRowFirst() {
        assertSame(reference, known(SHIPPED, List.of(rows.reversed())));
    }

    @Test
    void oneFile() {
        assertSame(reference, known(SHIPPED, List.of(rows)));
    }

    @Test
    void aHundredFiles() {
        assertSame(reference, known(SHIPPED, split(rows, 100).reversed()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aShuffledFile(long seed) {
        assertSame(reference, known(SHIPPED, List.of(shuffled(seed))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHundredFilesOfShuffledRows(long seed) {
        assertSame(reference, known(SHIPPED, split(shuffled(seed), 100)));
    }

    /// Clock times that are wrong in a week are found by its rows in all files.
    @Test
    void aHundredFilesWithClockTimesOfTheCatalogue() {
        CalendarProfile profile = profile("time: catalogue");
        Known whole = known(profile, List.of(rows));
        assertThat(whole.exports().getFirst()).isNotEqualTo(reference.exports().getFirst());

        assertSame(whole, known(profile, split(shuffled(1), 100)));
    }

    private static CalendarProfile profile(String time) {
        Profiles profiles =
                new Profiles(Path.of("../catalogue/profiles"), Path.of("no-user-profiles"), () -> CATALOGUE);
        try {
            String yaml = Files.readString(Path.of("../catalogue/profiles/forexfactory-archive.yaml"));
            return profiles.sent(
                    "archive.yaml", yaml.replace("time: source", time).getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void assertSame(Known expected, Known other) {
        assertThat(other.counts()).isEqualTo(expected.counts());
        for (int index = 0; index < expected.exports().size(); index++) {
            // as lines, to show the first that differs
            assertThat(other.exports().get(index).lines())
                    .containsExactlyElementsOf(
                            expected.exports().get(index).lines().toList());
            assertThat(other.exports().get(index)).isEqualTo(expected.exports().get(index));
        }
        assertThat(other.answers()).isEqualTo(expected.answers());
    }

    private static List<String> shuffled(long seed) {
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<List<String>> split(List<String> lines, int files) {
        List<List<String>> split = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            split.add(lines.subList(lines.size() * file / files, lines.size() * (file + 1) / files));
        }
        return split;
    }

    private static Known known(CalendarProfile profile, List<List<String>> files) {
        try (Database database = TestDatabase.fresh()) {
            TestStore store = TestStore.of(database, CATALOGUE, CLOCK);
            List<CalendarFile> calendars = new ArrayList<>();
            files.forEach(lines -> calendars.add(file(calendars.size() + 1, lines)));
            ImportOutcome outcome = store.imports()
                    .run(
                            new ImportRequest("forexfactory-archive", profile, calendars, false, false),
                            ImportProgress.SILENT);
            return new Known(counts(outcome), exports(store), answers(store));
        }
    }

    private static CalendarFile file(int number, List<String> lines) {
        byte[] bytes = (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return new CalendarFile("part-" + number + ".csv", () -> new ByteArrayInputStream(bytes));
    }

    private static List<String> counts(ImportOutcome outcome) {
        return Stream.concat(
                        Stream.of(outcome.counts().toString()),
                        outcome.quarantine().stream().map(reason -> reason.reason() + " " + reason.count()))
                .toList();
    }

    private static List<String> exports(TestStore store) {
        Exports exports = store.get(Exports.class);
        Query all = new Query(null, null);
        return List.of(
                ExportText.of(exports.importable(all, ExportedReleases.ALL)),
                ExportText.of(exports.surprises(all, ExportedReleases.ALL)),
                ExportText.of(exports.bias(
                        all.with("default"),
                        null,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2022-01-10T00:00:00Z"),
                        HistoryGrid.CLOSE)));
    }

    private static List<String> answers(TestStore store) {
        SplittableRandom random = new SplittableRandom(INSTANTS);
        List<String> answers = new ArrayList<>();
        for (int index = 0; index < INSTANTS; index++) {
            Instant asOf = Instant.parse("2011-01-01T00:00:00Z").plusSeconds(random.nextLong(11 * 365 * 86_400L));
            BiasAnswers known = store.bias().at(null);
            answers.add(Json.text(known.summary(asOf, "default")));
            answers.add(Json.text(known.explanation(INSTRUMENTS.get(index % INSTRUMENTS.size()), asOf, "default")));
        }
        return answers;
    }
}
