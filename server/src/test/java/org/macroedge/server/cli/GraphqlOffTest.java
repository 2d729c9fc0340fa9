package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.database.PreparedHome;

/// A server that does not answer GraphQL pays nothing for it.
@Tag("system")
class GraphqlOffTest {

    @TempDir
    Path folder;

    @Test
    void aServerLoadsNothingOfItsLibraryUntilAQueryComes() throws Exception {
        assertThat(loaded("off")).isZero();
        assertThat(loaded("on")).isZero();
    }

    /// How many classes of the library a server has loaded once it answers.
    private long loaded(String graphql) throws IOException, InterruptedException {
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
                        graphql),
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
            assertThat(lines).anyMatch(line -> line.contains("org.macroedge.server.graphql.GraphqlConfiguration"));
        }
        try (Stream<String> lines = Files.lines(classes)) {
            return lines.filter(line -> line.contains("] graphql.")).count();
        }
    }
}
