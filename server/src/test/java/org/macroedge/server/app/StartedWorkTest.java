package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.net.FreePort;

/// The work in the background of a server.
@Timeout(180)
class StartedWorkTest {

    @TempDir
    private Path folder;

    @Test
    void aServerStartsAllItsWorkAndStopsIt() throws Exception {
        Map<String, String> variables = Map.of(
                "MACRO_EDGE_SOURCES", "none",
                "MACRO_EDGE_EVENTS", "redis",
                "MACRO_EDGE_REDIS_URL", "redis://127.0.0.1:" + FreePort.any());
        Settings settings = Settings.of(variables, note -> {})
                .withHome(folder.resolve("home"))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        Collection<StartedByServer> work;
        try (Server server = Server.start(settings, Clock.systemUTC(), note -> {})) {
            work = server.context().getBeansOfType(StartedByServer.class).values();
            assertThat(work).hasSizeGreaterThan(5).allMatch(StartedByServer::isRunning);
        }
        assertThat(work).noneMatch(StartedByServer::isRunning);
    }
}
