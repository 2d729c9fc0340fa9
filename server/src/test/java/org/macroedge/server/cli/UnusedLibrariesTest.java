package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.platform.database.PreparedHome;

/// A server pays nothing for a library that it has not used yet.
@Tag("system")
class UnusedLibrariesTest {

    private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source: ");
    private static final String ALERTS = """
        channels:
          - id: post
            kind: mail
            host: smtp.example.org
            from: macro-edge@example.org
            to: [desk@example.org]
        rules: []
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"off", "on"})
    void noOptionalLibraryIsLoadedBeforeItIsUsed(String graphql) throws Exception {
        assertThat(loaded(graphql))
                .anyMatch(type -> type.equals("org.macroedge.server.graphql.GraphqlConfiguration"))
                .anyMatch(type -> type.equals("org.macroedge.server.alerts.channels.MailRoute"))
                .anyMatch(type -> type.equals("org.macroedge.server.events.EventForwarding"))
                .noneMatch(type -> type.startsWith("org.apache.kafka."))
                .noneMatch(type -> type.startsWith("graphql."))
                .noneMatch(type -> type.startsWith("jakarta.mail.") || type.startsWith("org.eclipse.angus."));
    }

    /// The classes that a server with a channel of e-mail has loaded once it answers.
    private List<String> loaded(String graphql) throws IOException, InterruptedException {
        Path home = PreparedHome.in(folder.resolve(graphql)).toRealPath();
        Path classes = folder.resolve(graphql + ".classes");
        MacroEdgeProcess server = MacroEdgeProcess.start(
                folder.resolve(graphql + ".log"),
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Xlog:class+load:file=" + classes,
                        "MACRO_EDGE_SOURCES",
                        "none",
                        "MACRO_EDGE_SAMPLE",
                        "none",
                        "MACRO_EDGE_GRAPHQL",
                        graphql,
                        "MACRO_EDGE_ALERTS",
                        Files.writeString(folder.resolve("alerts.yaml"), ALERTS).toString()),
                "serve",
                "--port",
                "0",
                "--catalogue",
                Path.of("../catalogue").toRealPath().toString(),
                "--home",
                home.toString());
        try {
            server.awaitServer(home);
        } finally {
            server.process().destroy();
            server.await();
        }
        try (Stream<String> lines = Files.lines(classes)) {
            return lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .toList();
        }
    }
}
