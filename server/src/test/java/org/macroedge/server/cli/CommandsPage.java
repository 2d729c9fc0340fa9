package org.macroedge.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The text of `docs/reference/commands.md`, from the commands themselves.
final class CommandsPage {

    private static final String HEAD = """
        # Commands

        `./macro-edge COMMAND --help` says the same on the terminal. A test generates the lists below from the commands.

        ## Output

        `--format table`, the default, is for readers; `json` and `csv` are for programs: unrounded, in UTC, and in
        ASCII. JSON is, byte for byte, what the REST API answers. Errors, notes and the sample's warning beside CSV go
        to standard error. The exit status is 0 for success, 1 for failure, 2 for wrong usage.

        - **Width.** A table fits the terminal, or `COLUMNS` where that is set, from 40 columns on: reasons fold below
          their row, a wide row takes two lines, and no value is cut off. From 80 columns on, `bias` has a line for
          each instrument, with as much of the reasons as there is room for; `--reasons` shows all of them. In a pipe or
          a file, lines do not fold unless `COLUMNS` is set.
        - **Colour.** Blue is up, orange is down, red is trouble; each stands beside a sign or a word that says the
          same. There are colours only on a terminal. `NO_COLOR=1` switches them off, `CLICOLOR_FORCE=1` switches them
          on in a pipe.
        - **Letters.** In a locale without UTF-8 (`LC_ALL=C`), tables keep to ASCII: a minus is `-`, σ is `sd`.
        - **Figures** are written as published: 235K, 5.2%, 10.07M; differences of percentages in points (pp). `–` stands where
          there is no figure, with the reason beside it.
        - **Times** of tables are in this machine's zone, or in that of `--zone`; the heading names it once. A daily
          close is a trading date, 22:00 UTC.

        ## Times as arguments

        Every form of ISO 8601 that is in common use is read: `2021-09-03T12:30:00Z`, `2021-09-03T12:30Z`,
        `2021-09-03T14:30+02:00`, `2021-09-03 12:30:00+00`, with fractions of a second or without. A market time is
        floored to whole seconds. **A date alone means its end in UTC**; where a period starts (`--from`), its start.
        The REST API reads the same forms.

        ## Names as arguments

        `EUR/USD` and `eur-usd` mean EURUSD, `us nonfarm payrolls` means us-nonfarm-payrolls, and UK means GB. An unknown
        name gets up to three suggestions if any is similar.

        ## Completion

        For Bash and Zsh:

        ```sh
        ./macro-edge generate-completion > ~/.macro-edge-completion
        source ~/.macro-edge-completion    # in ~/.bashrc or ~/.zshrc
        alias macro-edge=./macro-edge      # or put the clone on the PATH: completion is by the name macro-edge
        ```
        """;

    private CommandsPage() {}

    static String of(CommandLine all) {
        StringBuilder page = new StringBuilder(HEAD);
        leaves(all).forEach(command -> page.append(section(command)));
        return page.toString();
    }

    /// Every command that does something, in the order of the help.
    static List<CommandLine> leaves(CommandLine command) {
        List<CommandLine> leaves = new ArrayList<>();
        for (CommandLine below : command.getSubcommands().values()) {
            if (below.getSubcommands().isEmpty()) {
                leaves.add(below);
            } else {
                leaves.addAll(leaves(below));
            }
        }
        return leaves;
    }

    private static String section(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String arguments = spec.args().stream()
                .filter(argument -> !isHelp(argument))
                .map(CommandsPage::row)
                .collect(Collectors.joining());
        String footer = Ansi.OFF.string(command.getHelp().footer()).strip();
        return "\n## `" + spec.qualifiedName() + "`\n\n"
                + String.join(" ", spec.usageMessage().description()) + "\n"
                + (arguments.isEmpty() ? "" : "\n| Argument | Meaning |\n|---|---|\n" + arguments)
                + (footer.isEmpty() ? "" : "\n```text\n" + footer + "\n```\n");
    }

    private static boolean isHelp(ArgSpec argument) {
        return argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
    }

    private static String row(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
                ? String.join(", ", option.names()) + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
                : ((PositionalParamSpec) argument).paramLabel();
        String meaning = Ansi.OFF.string(String.join(" ", argument.renderedDescription()));
        return "| `" + name + "` | " + meaning.replace("|", "\\|") + (argument.required() ? " Required." : "") + " |\n";
    }
}
