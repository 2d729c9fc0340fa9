package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.cli.CommandLineRunner;
import org.macroedge.server.cli.MacroEdgeCommand;
import org.macroedge.server.soak.Soak;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Every option and argument of every command that picocli knows, at its extremes: a new command is tried without
/// anyone having to remember. The home is that of a running server, so that `serve` ends too. A command ends with
/// status 0, 1 or 2; if it fails, it says why in one line, and after wrong usage a second one names the help. `doctor`
/// reports faults in its answer. In profile `soak` each option is tried at each extreme, elsewhere at one or
/// two, so that twenty options in a row are tried at all of them.
@Tag("seeded")
class CommandExtremesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-01T08:30:00Z"), ZoneOffset.UTC);

    private static final List<String> EXTREMES = List.of(
            "",
            " ",
            "-",
            "NaN",
            "-1",
            "0",
            "1e999",
            "9".repeat(400),
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "1899-12-31T23:59:59Z",
            "2100-01-01T00:00:00Z",
            "2021-02-30T00:00:00Z",
            "a".repeat(10_000),
            "a\u0000b",
            "\u001b[2J",
            "a\nb",
            "日本語",
            "\u202eabc",
            "../../etc/passwd",
            "%00");

    /// Homes and files that cannot be. In any other, a command would set up a store, or write.
    private static final List<String> PLACES =
            List.of("", "a\u0000b", "a".repeat(10_000), "/dev/null", "/dev/null/home", "/proc/none");

    private static final Set<String> OPTIONS_OF_PLACES = Set.of("--home", "--output");

    @TempDir
    static Path folder;

    private static SmallServer server;

    /// So many arguments share the extremes.
    private static final int STEP = 20;

    private int arguments;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = SmallServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyExtremeOfEveryOptionEndsWithOneLineAndItsStatus() {
        CommandLine all = MacroEdgeCommand.commandLine(CLOCK);
        int commands = check(all, List.of());
        assertThat(commands).isGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    /// Tries a command and those below it.
    private int check(CommandLine command, List<String> words) {
        int tried = 0;
        for (Map.Entry<String, CommandLine> below : command.getSubcommands().entrySet()) {
            tried += check(
                    below.getValue(),
                    Stream.concat(words.stream(), Stream.of(below.getKey())).toList());
        }
        if (!command.getSubcommands().isEmpty()) {
            return tried;
        }
        CommandSpec spec = command.getCommandSpec();
        for (ArgSpec argument : spec.args()) {
            if (argument instanceof OptionSpec option && option.usageHelp()) {
                continue;
            }
            boolean place = argument instanceof OptionSpec option && OPTIONS_OF_PLACES.contains(option.longestName());
            some(place ? PLACES : EXTREMES).forEach(extreme -> run(words(spec, words, argument, extreme)));
        }
        run(Stream.concat(words.stream(), Stream.of("--unknown=x")).toList());
        return tried + 1;
    }

    private List<String> some(List<String> extremes) {
        int step = Soak.rounds(STEP, 1);
        int first = arguments++ % step;
        return IntStream.range(0, extremes.size())
                .filter(index -> index % step == first)
                .mapToObj(extremes::get)
                .toList();
    }

    /// The command with what is required, and an extreme for one of its arguments.
    private static List<String> words(CommandSpec spec, List<String> command, ArgSpec extreme, String text) {
        List<String> words = new ArrayList<>(command);
        if (!(extreme instanceof OptionSpec option) || !option.longestName().equals("--home")) {
            words.add("--home=" + folder);
        }
        for (ArgSpec argument : spec.args()) {
            if (argument == extreme || argument.required()) {
                String value = argument == extreme ? text : "1";
                words.add(argument instanceof OptionSpec option ? option.longestName() + "=" + value : value);
            }
        }
        return words;
    }

    private void run(List<String> words) {
        CommandLineRunner.Ended ended = CommandLineRunner.run(CLOCK, words.toArray(String[]::new));
        int status = ended.status();
        List<String> lines = ended.errors().lines().toList();
        boolean reported =
                status == 1 && words.getFirst().equals("doctor") && !ended.out().isBlank();
        boolean told =
                status == 0 || reported || !lines.isEmpty() && lines.getFirst().startsWith("macro-edge: ");
        boolean isShort = lines.size() <= (status == 2 ? 2 : 1)
                && lines.stream()
                        .allMatch(line -> line.length() < 2_000 && line.chars().noneMatch(Character::isISOControl));
        if (status < 0 || status > 2 || !told || status != 0 && !isShort) {
            String shown = String.join(" ", words);
            faults.add(shown.substring(0, Math.min(200, shown.length())) + ": status " + status + ", "
                    + lines.stream()
                            .limit(3)
                            .map(line -> line.substring(0, Math.min(300, line.length())))
                            .toList());
        }
    }
}
