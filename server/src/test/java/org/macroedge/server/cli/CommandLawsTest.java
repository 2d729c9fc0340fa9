package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.page.Reader;
import org.macroedge.server.cli.page.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The laws of every command: what it prints fits the terminal, and each of its options has an effect.
class CommandLawsTest {

    private static final String RELEASE = "us-nonfarm-payrolls@2021-09-03 --reason reason";

    /// Commands that only read, with what they require, by name.
    private static final Map<String, String> READS = reads();

    /// Commands that change the store; each is followed by one that takes the change back.
    private static final List<String> CHANGES = List.of(
            "import calendar FILE --profile macro-edge",
            "import list",
            "import undo BATCH",
            "import prices PRICES --profile macro-edge",
            "import list",
            "import undo BATCH",
            "release doubt " + RELEASE,
            "release confirm " + RELEASE,
            "release cancel " + RELEASE,
            "release withdraw " + RELEASE,
            "import list",
            "release reopen " + RELEASE,
            "weight-set propose fast DEFINITION --reason reason",
            "weight-set preview fast 1",
            "weight-set publish fast 1 --reason reason",
            "weight-set versions fast",
            "weight-set roll-back fast --reason reason",
            "jobs run rolling_stats",
            "jobs pause bias_engine",
            "jobs resume bias_engine");

    /// Commands of neither kind: they do not end, ask a publisher or a channel, print what programs read, answer by one
    /// sentence, or print what only a server with a file of alerts has raised.
    private static final Set<String> OTHERS = Set.of(
            "serve",
            "mcp",
            "ingest",
            "sources check",
            "generate-completion",
            "sample remove",
            "database timescale",
            "catalogue check",
            "alerts list",
            "alerts test",
            "keys create",
            "keys revoke");

    /// A value of each option that has an effect beside the arguments above; of one command alone where it is named.
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("--as-of", "2021-09-03T12:29:59Z"),
            Map.entry("--recorded-at", "2022-01-01"),
            Map.entry("--format", "json"),
            Map.entry("--zone", "Asia/Tokyo"),
            Map.entry("--weight-set", "equal"),
            Map.entry("--class", "fx"),
            Map.entry("--region", "GB"),
            Map.entry("--sort", "score"),
            Map.entry("--reasons", ""),
            Map.entry("--from", "2021-10-01"),
            Map.entry("--to", "2021-12-01"),
            Map.entry("--at", "release"),
            Map.entry("--released-at", "2022-02-14T13:30Z --set us-cpi-yoy=7/6"),
            Map.entry("--set", "us-cpi-yoy=1s"),
            Map.entry("--within", "14d"),
            Map.entry("--since", "week"),
            Map.entry("--of", "index"),
            Map.entry("--every", "day"),
            Map.entry("--pair", "EURUSD,SPX"),
            Map.entry("correlation --method", "spearman"),
            Map.entry("correlation --window", "26"),
            Map.entry("--recorded-from", "2022-01-01"),
            Map.entry("--change", ""),
            Map.entry("--index", "US"),
            Map.entry("--instrument", "EURUSD"),
            Map.entry("--source", "fred"),
            Map.entry("--importance", "2"),
            Map.entry("--before", "60"),
            Map.entry("--after", "60"),
            Map.entry("--server-time", "new-york+7"),
            Map.entry("--overdue", ""),
            Map.entry("--limit", "1"),
            Map.entry("--batch", "1"),
            Map.entry("--principal", "nobody"),
            Map.entry("--operation", "jobsRun"),
            Map.entry("export releases --columns", "actual,indicator"),
            Map.entry("export surprises --columns", "z"),
            Map.entry("export bias --columns", "score"),
            Map.entry("export indices --columns", "z"),
            Map.entry("export prices --columns", "close"),
            Map.entry("--output", "WRITTEN"),
            Map.entry("--layout", "import"),
            Map.entry("--dialect", "spreadsheet-de"),
            Map.entry("export releases --server-time", "new-york+7 --dialect metatrader"),
            Map.entry("export surprises --server-time", "new-york+7 --dialect metatrader"),
            Map.entry("export bias --server-time", "new-york+7 --dialect metatrader"),
            Map.entry("export indices --server-time", "new-york+7 --dialect metatrader"),
            Map.entry("export prices --server-time", "new-york+7 --dialect metatrader"),
            Map.entry("--symbols", "SPX:US500 --dialect metatrader --server-time +02:00"),
            Map.entry("--symbol-suffix", ".r --dialect metatrader --server-time +02:00"),
            Map.entry("--indicator", "us-cpi-yoy"),
            Map.entry("export releases --instrument", "AUDUSD"),
            Map.entry("audit --from", "2022-02-02"),
            Map.entry("audit --before", "2"));

    /// Seen only after an edit of the catalogue.
    private static final Set<String> AFTER_AN_EDIT = Set.of("instruments --recorded-at", "weight-sets --recorded-at");

    /// They say where the store is; all other tests use them.
    private static final Set<String> PLACES = Set.of("--home", "--catalogue", "--help", "--version");

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        home = new SampleHome(folder.resolve("home"));
        home.load();
        server = home.serve();
        String header = "indicator,released_at,period,actual,forecast,previous\n";
        Files.writeString(
                folder.resolve("more.csv"),
                header + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n");
        Files.writeString(
                folder.resolve("faulty.csv"),
                header + "us-cpi-mom,2022-01-12T13:30:00Z,,0.5,0.4,0.8\n"
                        + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,230000,720000,1053000\n"
                        + "us-cpi-mom,2021-12-10T13:30:00Z,,0.7,0.7,0.9\nus-nonfarm-payrolls,sometime,,199000,"
                        + "4".repeat(90) + ",\n");
        CommandLineRunner.Ended ended =
                home.run("import calendar " + folder.resolve("faulty.csv") + " --profile macro-edge");
        assertThat(ended.out()).contains("3 imported", "1 quarantined");
        importCapture();
        Files.writeString(
                folder.resolve("prices.csv"),
                "date,instrument,close\n2021-09-01,SPX,4524.09\n2021-11-01,SPX,4613.67\n2021-12-02,SPX,4577.1\n"
                        + "2021-12-02,EURUSD,1.13\n");
        Files.writeString(folder.resolve("fast.yaml"), "extends: default\nhalfLives: {monthly: 10}\n");
        Files.writeString(folder.resolve("more-prices.csv"), "date,instrument,close\n2021-12-03,SPX,4538.43\n");
        assertThat(home.run("import prices " + folder.resolve("prices.csv") + " --profile macro-edge")
                        .out())
                .contains("4 imported");
        assertThat(home.run("jobs run rolling_stats").status()).isZero();
    }

    /// A forecast that says when it was captured, of which the sample has none.
    private static void importCapture() throws IOException {
        Path profile = Files.writeString(folder.resolve("captures.yaml"), """
            source: macro-edge
            file: {encoding: UTF-8, delimiter: ",", columns: {indicator: indicator, instant: released_at, forecast: forecast, captured: captured_at}}
            instant: {patterns: ["yyyy-MM-dd'T'HH:mm:ssX"], zone: UTC}
            time: source
            captured: {from: column, pattern: "yyyy-MM-dd'T'HH:mm:ssX"}
            forecastKind: survey
            """);
        Path captures = Files.writeString(
                folder.resolve("captures.csv"),
                "indicator,released_at,forecast,captured_at\n"
                        + "us-cpi-mom,2021-12-10T13:30:00Z,0.8,2021-12-08T10:00:00Z\n"
                        + "us-cpi-yoy,2022-02-10T13:30:00Z,7.3,2021-12-08T10:00:00Z\n");
        CommandLineRunner.Ended ended = home.run("import calendar " + captures + " --profile " + profile);
        assertThat(ended.out()).as(ended.errors()).contains("2 imported");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        for (String command : List.of(
                "bias",
                "explain SPX",
                "change SPX",
                "scenario us-cpi-yoy",
                "flips",
                "flips SPX",
                "event-risk SPX",
                "history SPX",
                "prices",
                "prices SPX",
                "heatmap",
                "correlation",
                "index",
                "index US",
                "index US --change",
                "regime",
                "regime US",
                "calendar",
                "indicators",
                "indicators us-cpi-mom",
                "revisions us-cpi-mom",
                "consensus",
                "instruments",
                "weight-sets",
                "sources list",
                "sources series",
                "jobs list",
                "jobs history",
                "keys list",
                "audit",
                "conflicts",
                "release suspects",
                "import quarantine",
                "import list",
                "export releases",
                "export surprises",
                "export bias",
                "export indices",
                "export prices",
                "doctor")) {
            reads.put(command, command.replaceAll(" (SPX|US|US --change|us-cpi-mom|us-cpi-yoy)$", ""));
        }
        return reads;
    }

    @Test
    void everyCommandIsTried() {
        Set<String> tried = new TreeSet<>(OTHERS);
        tried.addAll(READS.values());
        CHANGES.forEach(change -> tried.add(change.split(" ")[0] + " " + change.split(" ")[1]));

        assertThat(CommandsPage.leaves(MacroEdgeCommand.commandLine(SampleHome.CLOCK)))
                .extracting(CommandLawsTest::name)
                .allMatch(tried::contains);
    }

    @Test
    void whatEveryCommandPrintsFitsTheTerminal() {
        for (int width : new int[] {60, 80, 100}) {
            String batch = "";
            for (String command : READS.keySet()) {
                if (!command.startsWith("export ")) {
                    assertFits(command, width);
                }
            }
            for (String command : CHANGES) {
                String out = assertFits(command.replace("BATCH", batch), width);
                Matcher made = Pattern.compile("^Batch ([0-9]+)").matcher(out);
                batch = made.find() ? made.group(1) : batch;
            }
        }
    }

    private static String assertFits(String command, int width) {
        CommandLineRunner.Ended ended = run(command, width);
        if (!command.equals("doctor")) { // it fails where the folder of the test has no catalogue, and prints the same
            assertThat(ended.status()).as("%s: %s", command, ended.errors()).isZero();
        }
        assertThat(ended.out()).as(command).isNotBlank();
        assertThat(ended.out().lines()).as("%s at %d columns", command, width).allMatch(line -> line.length() <= width);
        return ended.out();
    }

    @Test
    void everyOptionHasAnEffect() {
        for (CommandLine command : CommandsPage.leaves(MacroEdgeCommand.commandLine(SampleHome.CLOCK))) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (READS.containsValue(name(command))
                        && !PLACES.contains(option.longestName())
                        && !AFTER_AN_EDIT.contains(name(command) + " " + option.longestName())) {
                    assertEffect(name(command), option.longestName());
                }
            }
        }
    }

    /// Of a command with several forms, an option must have an effect on one, and be refused by the others.
    private static void assertEffect(String command, String option) {
        String value = VALUES.getOrDefault(command + " " + option, VALUES.get(option));
        assertThat(value).as("%s of %s", option, command).isNotNull();
        String words = " " + option + (value.isEmpty() ? "" : "=" + value);
        List<String> forms = READS.entrySet().stream()
                .filter(read -> read.getValue().equals(command))
                .map(Map.Entry::getKey)
                .toList();
        for (String form : forms) {
            CommandLineRunner.Ended without = run(form, 80);
            CommandLineRunner.Ended with = run(form + words, 80);
            assertThat(with.out()).as("%s%s: %s", form, words, with.errors()).isNotEqualTo(without.out());
        }
    }

    private static CommandLineRunner.Ended run(String command, int width) {
        Reader reader = new Reader(new Terminal(width, false, true), ZoneOffset.UTC);
        return home.run(
                command.replace("FILE", folder.resolve("more.csv").toString())
                        .replace("WRITTEN", folder.resolve("written.csv").toString())
                        .replace("DEFINITION", folder.resolve("fast.yaml").toString())
                        .replace("PRICES", folder.resolve("more-prices.csv").toString()),
                reader);
    }

    /// The name of a command without that of the program.
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
    }
}
