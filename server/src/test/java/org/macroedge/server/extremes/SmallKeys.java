package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.cli.CommandLineRunner;

/// Keys for a server in secured mode, made before it starts.
final class SmallKeys {

    /// Beyond what a test sends, but counted all the same.
    private static final String UNREACHED = "9999999/9999999";

    private SmallKeys() {}

    /// Makes a key.
    ///
    /// @return its text
    static String create(Path home, Clock clock, String role, int days) {
        return run(home, clock, "keys", "create", role, "--role", role, "--days", String.valueOf(days))
                .lines()
                .findFirst()
                .orElseThrow();
    }

    /// What a command prints.
    static String run(Path home, Clock clock, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", home.toString(), "--catalogue", "../catalogue"));
        CommandLineRunner.Ended ended = CommandLineRunner.run(clock, line.toArray(String[]::new));
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out();
    }

    /// The variables of a secured server whose limits no test reaches.
    ///
    /// @param more in place of those that accept keys alone, or beside them
    static Map<String, String> secured(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "MACRO_EDGE_ACCESS", "keys",
                "MACRO_EDGE_LIMIT_CALLERS", UNREACHED,
                "MACRO_EDGE_LIMIT_STRANGERS", UNREACHED,
                "MACRO_EDGE_LIMIT_FAILURES", UNREACHED));
        variables.putAll(more);
        return variables;
    }
}
