package org.macroedge.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.CommandLineRunner;
import org.macroedge.server.fuzz.FuzzClient.Answer;
import org.macroedge.server.fuzz.StrictReader.Figure;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.soak.Soak;

/// Files that were damaged in every way, through the server and the command: a dry run says what an import does, an
/// undo restores the store, and no figure is stored that a strict reader of its own does not find in the file.
@Tag("seeded")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFuzzTest {

    private static final long SEED = 20210604;
    private static final int MOST_FAULTS = 20;
    private static final int COMMAND_EVERY = 25;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-08-02T08:00:00Z"), ZoneOffset.UTC);
    private static final List<FuzzLayout> LAYOUTS = FuzzLayout.all();

    private final Map<String, Integer> results = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @TempDir
    private static Path folder;

    private Server server;
    private FuzzClient client;
    private String empty;

    @BeforeAll
    void start() throws Exception {
        server = Server.start(settings(), CLOCK, note -> {});
        client = new FuzzClient(server.address());
        empty = client.releases();
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    private Settings settings() {
        return Settings.of(Map.of(), note -> {})
                .withHome(folder.resolve("home"))
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample()
                .withPort(0);
    }

    @Test
    void everySeedIsReadWholeByBothReaders() throws Exception {
        for (FuzzLayout layout : LAYOUTS) {
            Answer answer = client.upload(layout, layout.seed(), false, new SplittableRandom(SEED));
            List<Figure> strict = new StrictReader(layout).figures(layout.seed());

            assertThat(answer.status()).as(layout.name() + answer.body()).isEqualTo(200);
            assertThat(answer.body().path("quarantined").asInt())
                    .as("%s", answer.body())
                    .isZero();
            assertThat(answer.body().path("imported").asInt())
                    .as(layout.name())
                    .isEqualTo(strict.size())
                    .isGreaterThan(4);
            assertThat(unproven(client.releases(), strict)).as(layout.name()).isEmpty();
            client.undo(answer.batch());
        }
    }

    @Test
    void aDryRunAndAnImportAgreeOnEveryFile() throws Exception {
        for (long number : Soak.seeds(400, 20_000).toArray()) {
            FuzzLayout layout = LAYOUTS.get((int) (number % LAYOUTS.size()));
            byte[] file = new Mutator(new SplittableRandom(SEED + number)).mutate(layout);
            try {
                check(layout, file, number);
            } catch (AssertionError | IOException | RuntimeException fault) {
                Path kept = Files.write(Path.of("target", "fuzz-" + number + "-" + layout.fileName()), file);
                faults.add("File " + number + ", kept as " + kept + ": " + fault.getMessage());
            }
            assertThat(faults.size()).as("%s", faults).isLessThan(MOST_FAULTS);
        }
        System.out.println(results);
        assertThat(faults).isEmpty();
        try (Stream<Path> left = Files.walk(folder.resolve("home/uploads"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void check(FuzzLayout layout, byte[] file, long number) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(number);
        Answer dryRun = client.upload(layout, file, true, random);
        assertThat(dryRun.status()).as("%s", dryRun.body()).isIn(200, 400, 422);
        if (number % COMMAND_EVERY == 0) {
            assertCommandAgrees(layout, file, dryRun);
        }
        Answer imported = client.upload(layout, file, false, random);
        results.merge(result(imported), 1, Integer::sum);
        String stored = client.releases();
        if (imported.batch() > 0) {
            assertThat(client.undo(imported.batch()).status()).isEqualTo(200);
        }
        assertThat(client.releases()).as("releases after the undo").isEqualTo(empty);
        assertThat(imported.comparable()).isEqualTo(dryRun.comparable());
        assertThat(unproven(stored, new StrictReader(layout).figures(file)))
                .as("stored, though a strict reader does not find it in the file")
                .isEmpty();
    }

    private static String result(Answer answer) {
        return answer.status() == 200
                ? answer.body().path("quarantined").asInt() > 0 ? "quarantined in part" : "imported"
                : answer.body().path("type").asString().replaceFirst(".*:", "");
    }

    private void assertCommandAgrees(FuzzLayout layout, byte[] file, Answer expected) throws IOException {
        Path rows = Files.write(folder.resolve(layout.fileName()), file);
        Path profile = Files.writeString(folder.resolve(layout.name() + ".yaml"), layout.profile());
        CommandLineRunner.Ended ended = CommandLineRunner.run(
                CLOCK,
                "import",
                "calendar",
                rows.toString(),
                "--profile",
                profile.toString(),
                "--dry-run",
                "--format",
                "json",
                "--home",
                folder.resolve("home").toString());
        if (expected.status() == 200) {
            assertThat(ended.status()).as(ended.errors()).isZero();
            assertThat(ended.out().strip()).isEqualTo(expected.body().toString());
        } else {
            assertThat(ended.status()).isIn(1, 2);
            assertThat(ended.errors().lines().filter(line -> line.startsWith("macro-edge: ")))
                    .hasSize(1);
        }
    }

    /// The releases of an export that follow from no figure of a file.
    private static List<String> unproven(String export, List<Figure> figures) {
        return export.lines()
                .skip(1)
                .filter(line -> figures.stream().noneMatch(figure -> proves(figure, figures, line.split(",", -1))))
                .toList();
    }

    private static boolean proves(Figure figure, List<Figure> all, String[] release) {
        List<Figure> same = all.stream()
                .filter(other -> other.indicator().equals(release[0]))
                .toList();
        return figure.indicator().equals(release[0])
                && figure.when().contains(release[1])
                && (release[3].isEmpty() || isEqual(figure.actual(), release[3]))
                && (release[4].isEmpty() || same.stream().anyMatch(other -> isEqual(other.forecast(), release[4])))
                && (release[5].isEmpty() || same.stream().anyMatch(other -> isEqual(other.previous(), release[5])));
    }

    private static boolean isEqual(Optional<BigDecimal> figure, String text) {
        return figure.isPresent() && figure.get().compareTo(new BigDecimal(text)) == 0;
    }
}
