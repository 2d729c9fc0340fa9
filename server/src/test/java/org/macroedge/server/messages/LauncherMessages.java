package org.macroedge.server.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macroedge.server.platform.error.Wording;

/// The messages of the launcher. A comment above each has its cause and its remedy.
final class LauncherMessages {

    private static final List<String> FILES =
            List.of("launcher/programs.sh", "launcher/build.sh", "launcher/caches.sh", "macro-edge");
    private static final Pattern DESCRIBED =
            Pattern.compile("## (?<cause>.*?) \\| (?<remedy>.*)\\R\\s*(?:note|fail) \"(?<text>.*)\"");
    private static final Pattern SAID = Pattern.compile("(?m)^\\s*(?:note|fail) \"([^$].+|\\$[^1].*)\"$");
    private static final Pattern VALUE = Pattern.compile("\\$(\\w+)");

    private LauncherMessages() {}

    /// The text of the launcher with its parts.
    static String script() {
        return FILES.stream().map(LauncherMessages::text).collect(Collectors.joining());
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("..", file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// How many messages the launcher has, described or not.
    static long count() {
        return SAID.matcher(script()).results().count();
    }

    static List<Wording> all() {
        return DESCRIBED
                .matcher(script())
                .results()
                .map(LauncherMessages::wording)
                .toList();
    }

    private static Wording wording(MatchResult found) {
        String remedy = found.group("remedy");
        return new Wording(
                "launcher",
                VALUE.matcher(found.group("text")).replaceAll("{$1}"),
                found.group("cause"),
                remedy.endsWith(".") ? remedy.substring(0, remedy.length() - 1) : remedy);
    }

    static String section() {
        return "\n## Messages of the launcher `./macro-edge`\n\n" + ProblemsPage.table(all());
    }
}
