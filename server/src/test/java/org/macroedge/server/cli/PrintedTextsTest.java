package org.macroedge.server.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasLead;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.BiasWithoutLead;
import org.macroedge.server.cli.page.Reader;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.platform.json.Json;

/// What README, getting started, the pages on scenarios and flips, and the how-tos print is printed: each of
/// their commands runs, on a home with the sample and on a catalogue with the edits that the page shows, and
/// prints what the page says.
@Tag("system")
class PrintedTextsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path HOW_TO = ROOT.resolve("docs/how-to");
    /// Its commands read the files of vendors, whose terms keep them out of the repository.
    private static final Path PRICES = HOW_TO.resolve("import-prices.md");

    private static final Reader READER = new Reader(new Terminal(100, false, true), ZoneOffset.UTC);
    private static final Pattern BLOCK = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void whatReadmeGettingStartedAndTheConceptsPrintIsPrinted() throws IOException {
        writeCalendar();
        PrintedPage started = PrintedPage.of(ROOT.resolve("docs/getting-started.md"));
        List<String> faults = new ArrayList<>();
        SampleHome home = new SampleHome(folder.resolve("home"));
        try (Server server = home.serve()) {
            assertThat(server.address()).isNotNull();
            gettingStartedSays(home, started.text());
            Stream.of(
                            PrintedPage.of(ROOT.resolve("README.md")),
                            PrintedPage.of(ROOT.resolve("docs/concepts/scenario.md")),
                            PrintedPage.of(ROOT.resolve("docs/concepts/flip-map.md")),
                            started)
                    .forEach(page -> run(page, home, ROOT.resolve("catalogue"), faults));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatTheHowTosPrintIsPrinted() throws IOException {
        writeCalendar();
        List<PrintedPage> pages = pages();
        Path catalogue = folder.resolve("catalogue");
        copy(ROOT.resolve("catalogue"), catalogue);
        copy(ROOT.resolve("samples"), folder.resolve("samples"));
        for (PrintedPage page : pages) {
            page.edit(catalogue);
        }
        List<String> faults = new ArrayList<>();
        SampleHome home = new SampleHome(folder.resolve("home"));
        try (Server server = Server.start(home.settings().withCatalogue(catalogue), SampleHome.CLOCK, note -> {})) {
            assertThat(server.address()).isNotNull();
            pages.forEach(page -> run(page, home, catalogue, faults));
        }
        assertThat(faults).isEmpty();
    }

    private void run(PrintedPage page, SampleHome home, Path catalogue, List<String> faults) {
        assertThat(page.commands()).as("commands of %s", page.file()).isNotEmpty();
        for (PrintedPage.Command command : page.commands()) {
            List<String> words = new ArrayList<>(command.words());
            words.replaceAll(word -> word.matches("(\\./)?(mine|spx|growth)\\.\\w+")
                    ? folder.resolve(word.replace("./", "")).toString()
                    : word);
            int output = words.indexOf("--output") + 1;
            if (output > 0) {
                String file = words.get(output).replaceFirst("^s3://[^/]+/", ""); // StoredExportTest has a bucket
                words.set(output, folder.resolve(file).toString());
            }
            words.addAll(
                    words.getFirst().equals("catalogue")
                            ? List.of("--catalogue", catalogue.toString())
                            : words.contains("--help")
                                    ? List.of()
                                    : List.of("--home", home.folder().toString()));
            CommandLineRunner.Ended ended =
                    CommandLineRunner.run(SampleHome.CLOCK, READER, words.toArray(String[]::new));
            if (ended.status() != 0 || !command.printed().isEmpty() && !command.isPrintedAs(ended.out())) {
                faults.add("%n%s: %s ends with %d and prints%n%s%s"
                        .formatted(page.file(), command.line(), ended.status(), ended.out(), ended.errors()));
            }
        }
    }

    /// The sentences about the board and the pages, which no command prints.
    private static void gettingStartedSays(SampleHome home, String page) {
        String text = page.replaceAll("\\s+", " ");
        BiasSummary now = biases(home, "2021-09-03T13:00Z");
        BiasItem spx = item(now, "SPX");
        BiasItem euro = item(now, "EURUSD");
        assertThat(text)
                .contains(
                        lead(now),
                        "EURUSD is at %s with an agreement of %d%%"
                                .formatted(score(euro.reading().score()), (int)
                                        (100 * euro.reading().agreement())),
                        "The score was %s a day earlier and is %s now."
                                .formatted(
                                        score(spx.reading().score()
                                                - spx.change().day()),
                                        score(spx.reading().score())),
                        "Agreement is %d%%."
                                .formatted((int) (100 * spx.reading().agreement())),
                        "EURUSD was at %s then"
                                .formatted(score(item(biases(home, "2021-09-03T12:29:59Z"), "EURUSD")
                                        .reading()
                                        .score())));
    }

    private static String lead(BiasSummary now) {
        BiasLead lead = requireNonNull(now.lead());
        BiasWithoutLead most = lead.without().stream()
                .max(Comparator.comparingDouble(row -> Math.abs(current(now, row) - requireNonNull(row.score()))))
                .orElseThrow();
        return "leads %d of %d rows. Without it %s %s would be %s."
                .formatted(lead.rows(), lead.of(), most.instrument(), score(current(now, most)), score(most.score()));
    }

    private static double current(BiasSummary now, BiasWithoutLead row) {
        return requireNonNull(item(now, row.instrument()).reading().score());
    }

    private static BiasSummary biases(SampleHome home, String asOf) {
        return Json.mapper()
                .readValue(home.run("bias --format json --as-of " + asOf).out(), BiasSummary.class);
    }

    private static BiasItem item(BiasSummary answer, String instrument) {
        return answer.items().stream()
                .filter(item -> item.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static String score(@Nullable Double score) {
        return "%+d".formatted(Math.round(requireNonNull(score))).replace('-', '\u2212');
    }

    /// The file and the profile of the how-to about imports, and two prices for the line of README about them.
    private void writeCalendar() throws IOException {
        List<String> blocks = blocks("import-a-calendar.md");
        Files.writeString(folder.resolve("mine.csv"), blocks.getFirst());
        Files.writeString(folder.resolve("mine.yaml"), blocks.get(1));
        String growth = blocks("add-a-weight-set.md").stream()
                .filter(block -> block.startsWith("extends:"))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("growth.yaml"), growth);
        Files.writeString(
                folder.resolve("spx.csv"), "Date,Open,High,Low,Close\n2021-09-01,1,3,1,2\n2021-09-02,2,4,2,3\n");
    }

    private static List<String> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(HOW_TO.resolve(page)))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<PrintedPage> pages() throws IOException {
        try (Stream<Path> files = Files.list(HOW_TO)) {
            return files.filter(file -> !file.equals(PRICES))
                    .sorted()
                    .map(PrintedPage::of)
                    .filter(page -> !page.commands().isEmpty())
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
