package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import tools.jackson.databind.JsonNode;

/// A server whose clock is set while it runs: years ahead, and back by hours and days.
@Timeout(180)
class SteppedClockTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2022-02-01T08:30:00Z");

    @Test
    void recordTimesAscendAndAnswersAreRightWhateverTheClockDoes() throws Exception {
        Settings settings = Settings.of(Map.of(), note -> {})
                .withHome(folder.resolve("home"))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        List<Instant> recorded = new ArrayList<>();
        try (Server server = Server.start(settings, clock, note -> {})) {
            int day = 1;
            for (Duration step : List.of(
                    Duration.ZERO,
                    Duration.ofHours(-5),
                    Duration.ofDays(365 * 9),
                    Duration.ofDays(-10),
                    Duration.ofDays(-365 * 9),
                    Duration.ofMillis(1))) {
                clock.step(step);
                recorded.add(importOne(server, day++));
                assertThat(known(server)).isEqualTo(recorded.size());
                assertThat(Instant.parse(
                                get(server, "bias/summary").path("asOf").asString()))
                        .isBeforeOrEqualTo(clock.instant());
                assertThat(knownAt(server, recorded.getFirst())).isOne();
            }
        }
        assertThat(recorded).isSorted().doesNotHaveDuplicates();

        try (Server again = Server.start(settings, clock, note -> {})) {
            assertThat(known(again)).isEqualTo(recorded.size());
        }
    }

    private Instant importOne(Server server, int day) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.csv"), """
            indicator,released_at,period,actual,forecast,previous
            us-unemployment-claims,2021-12-0%dT13:30:00Z,,%d,250000,240000
            """.formatted(day, 200_000 + day));
        CommandLineRunner.Ended ended = CommandLineRunner.run(
                clock,
                "import",
                "calendar",
                file.toString(),
                "--profile",
                "macro-edge",
                "--home",
                folder.resolve("home").toString());
        assertThat(ended.status()).as(ended.errors()).isZero();
        return Instant.parse(
                get(server, "imports").path("items").get(0).path("recordedAt").asString());
    }

    private static int known(Server server) throws Exception {
        return get(server, "indicators/us-unemployment-claims/releases?asOf=2022-01-01T00:00:00Z")
                .path("items")
                .size();
    }

    /// A record time may lie ahead of a clock that stepped back; nothing was known then that is not known now.
    private int knownAt(Server server, Instant recordedAt) throws Exception {
        return get(
                        server,
                        "indicators/us-unemployment-claims/releases?asOf=2022-01-01T00:00:00Z&recordedAt=" + recordedAt)
                .path("items")
                .size();
    }

    private static JsonNode get(Server server, String path) throws Exception {
        String body = SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path))
                        .build())
                .body();
        return Json.mapper().readTree(body);
    }
}
