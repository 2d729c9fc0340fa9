package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Linters find no error in the description of the API. [RestContractsTest] asserts that it is what a server gives.
///
/// Their warnings stay: two paths that no value can confuse, operations whose summary says all, no contact, and roles
/// beside the scheme, which OpenAPI 3.1 allows and Spectral does not know.
@Tag("system")
class DescriptionLintTest {

    private static final String DESCRIPTION =
            Path.of("../ui/openapi.json").toAbsolutePath().normalize().toString();

    @TempDir
    Path folder;

    @Test
    void redoclyFindsNoError() throws Exception {
        assertThat(lint("redocly", "lint", DESCRIPTION)).contains("Your API description is valid");
    }

    @Test
    void spectralFindsNoError() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "extends: [\"spectral:oas\"]\n");
        assertThat(lint("spectral", "lint", "--ruleset", rules.toString(), DESCRIPTION))
                .containsPattern("No results|\\(0 errors,");
    }

    private String lint(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ToolRun.tool("description", "node_modules", ".bin", program).toString());
        command.addAll(List.of(arguments));
        return ToolRun.run(folder, Map.of("REDOCLY_TELEMETRY", "off"), command);
    }
}
