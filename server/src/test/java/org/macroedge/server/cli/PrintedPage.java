package org.macroedge.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page of the documentation with the commands that its blocks show.
///
/// A block `sh` has commands alone. A block `console` has commands after `$ ` with what they print: on a terminal of
/// 100 columns, in UTC. There `…` on a line of its own stands for any lines, and within a line for any text: what
/// nobody needs to read, and what differs from run to run.
record PrintedPage(Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile("```(sh|console)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EDIT = Pattern.compile(
            "`catalogue/([\\w/.-]+)`(?:, under `(\\w+)`)?(?:(?!\\n\\n)[^`]|`\\w+`)*:\\n\\n```yaml\\n(.*?)```",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String PROGRAM = "./macro-edge ";
    private static final String ELIDED = "…";

    static PrintedPage of(Path file) {
        try {
            return new PrintedPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param printed what the page says that it prints; empty where the page does not say
    record Command(String line, List<String> printed) {

        List<String> words() {
            String bare = line.replaceFirst("\\s+(#|>).*", "");
            return WORD.matcher(bare)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList();
        }

        /// Whether an output is what the page says, from its first to its last line.
        boolean isPrintedAs(String output) {
            String pattern = printed.stream()
                    .map(line -> line.equals(ELIDED) ? "(.*\\n)*?" : elided(line) + "\\n")
                    .collect(Collectors.joining());
            List<String> lines = output.lines().map(String::stripTrailing).toList();
            return Pattern.matches(pattern, String.join("\n", lines) + "\n");
        }

        private static String elided(String line) {
            return Pattern.compile(ELIDED)
                    .splitAsStream(line + " ")
                    .map(String::stripTrailing)
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
        }
    }

    /// Every command of the page, in order, but the one that only starts the server.
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        BLOCK.matcher(text)
                .results()
                .forEach(block -> commands.addAll(block.group(1).equals("sh") ? bare(block) : printed(block)));
        return commands;
    }

    private static List<Command> bare(MatchResult block) {
        return block.group(2)
                .lines()
                .filter(line -> line.startsWith(PROGRAM))
                .map(line -> line.substring(PROGRAM.length()).strip())
                .filter(line -> !line.startsWith("#"))
                .map(line -> new Command(line, List.of()))
                .toList();
    }

    private static List<Command> printed(MatchResult block) {
        List<Command> commands = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : block.group(2).lines().toList().reversed()) {
            if (line.startsWith("$ " + PROGRAM)) {
                commands.addFirst(new Command(line.substring(2 + PROGRAM.length()), List.copyOf(lines)));
                lines.clear();
            } else {
                lines.addFirst(line.stripTrailing());
            }
        }
        return commands;
    }

    /// Makes the edits of the catalogue that the page shows: blocks of YAML after a sentence that names the file and
    /// ends with a colon. They go to the end of the file, or under the key that the sentence names.
    void edit(Path catalogue) throws IOException {
        for (MatchResult edit : EDIT.matcher(text).results().toList()) {
            Path edited = catalogue.resolve(edit.group(1));
            String before = Files.readString(edited);
            String after = edit.group(2) == null
                    ? before.stripTrailing() + "\n" + edit.group(3)
                    : before.replaceFirst("(?m)^( *" + edit.group(2) + ":\\n)", "$1" + edit.group(3));
            Files.writeString(edited, after);
        }
    }
}
