package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The protocol of assistants, by the conformance suite of those who define it.
@Tag("system")
class McpConformanceTest {

    private static final Path PROGRAM =
            Path.of("../target/conformance/node_modules/@modelcontextprotocol/conformance/dist/index.js");

    /// With the reason for each scenario that does not apply.
    private static final Path NOT_APPLICABLE = Path.of("src/test/resources/org/macroedge/server/cli/conformance.yml");

    private static final Pattern LISTED = Pattern.compile("(?m)^ +- (\\S+)$");

    /// A line of the summary: scenario, checks that passed, checks that failed.
    private static final Pattern RESULT = Pattern.compile("(?m)^\\S (\\S+): (\\d+) passed, (\\d+) failed$");

    @TempDir
    Path folder;

    @Test
    void everyScenarioPassesButThoseThatAreStatedNotToApply() throws Exception {
        SampleHome home = new SampleHome(folder.resolve("home"));
        home.load();
        try (Server server = home.serve()) {
            String report = suite(
                    "server",
                    "--url",
                    address(server).toString(),
                    "--suite",
                    "all",
                    "--expected-failures",
                    NOT_APPLICABLE.toAbsolutePath().toString(),
                    "--output-dir",
                    folder.resolve("results").toString());

            List<MatchResult> results = RESULT.matcher(report).results().toList();
            assertThat(results)
                    .extracting(result -> result.group(1))
                    .containsExactlyInAnyOrderElementsOf(names(suite("list", "--server")));
            assertThat(results)
                    .filteredOn(result -> result.group(2).equals("0"))
                    .extracting(result -> result.group(1))
                    .containsExactlyInAnyOrderElementsOf(names(Files.readString(NOT_APPLICABLE)));
            assertThat(results)
                    .filteredOn(result -> !result.group(2).equals("0"))
                    .allSatisfy(passed -> assertThat(passed.group(3)).isEqualTo("0"))
                    .extracting(result -> result.group(1))
                    .containsExactlyInAnyOrder("server-initialize", "ping", "tools-list", "dns-rebinding-protection");
        }
    }

    private static URI address(Server server) {
        return server.address().resolve("/mcp");
    }

    private static List<String> names(String list) {
        return LISTED.matcher(list).results().map(name -> name.group(1)).toList();
    }

    /// What the suite prints, which must end with status 0.
    private static String suite(String... arguments) throws IOException, InterruptedException {
        assertThat(PROGRAM)
                .as("the conformance suite; .ci/tools has the command that installs it")
                .isRegularFile();
        List<String> command = new ArrayList<>(
                List.of("node", PROGRAM.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(report).isZero();
        return report;
    }
}
