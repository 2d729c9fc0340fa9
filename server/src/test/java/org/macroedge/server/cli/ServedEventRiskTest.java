package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Event risk on the sample, by command and over HTTP.
class ServedEventRiskTest {

    private static final Map<String, String> READS = reads();

    @TempDir
    static Path folder;

    /// What the commands answered before a server ran.
    private static final Map<String, String> ALONE = new LinkedHashMap<>();

    private static Server server;

    private static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put("event-risk eurusd", "event-risk?instrument=eurusd");
        reads.put(
                "event-risk SPX --as-of 2021-09-03T12:40:00Z --before 60 --after 20 --importance 2",
                "event-risk?instrument=SPX&asOf=2021-09-03T12:40:00Z&before=60&after=20&importance=2");
        reads.put(
                "event-risk EURUSD --from 2021-01-01 --to 2021-06-30T23:59:59Z --server-time new-york+7 --after 15",
                "event-risk/windows?instrument=EURUSD&from=2021-01-01T00:00:00Z&to=2021-06-30T23:59:59Z"
                        + "&serverTime=new-york%2B7&after=15");
        return reads;
    }

    @BeforeAll
    static void start() {
        SampleHome home = new SampleHome(folder.resolve("home"));
        home.load();
        READS.keySet().forEach(command -> ALONE.put(command, run(command + " --format json")));
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String run(String command) {
        return new SampleHome(folder.resolve("home")).run(command).out();
    }

    private static JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(SampleHome.get(server, "/api/v1/" + path).body());
    }

    @Test
    void theCommandAnswersAsTheServerDoesWithAndWithoutOne() throws Exception {
        for (Map.Entry<String, String> read : READS.entrySet()) {
            String served = SampleHome.get(server, "/api/v1/" + read.getValue()).body();

            assertThat(run(read.getKey() + " --format json").strip())
                    .as(read.getKey())
                    .isEqualTo(served.strip());
            assertThat(ALONE.get(read.getKey()).strip()).as(read.getKey()).isEqualTo(served.strip());
        }
    }

    @Test
    void windowsCoverEachReleaseOfTheCalendarAndNoneTouchesAnother() throws Exception {
        String period = "from=2021-01-01T00:00:00Z&to=2021-06-30T23:59:59Z&importance=3";
        JsonNode windows =
                json("event-risk/windows?instrument=EURUSD&after=15&" + period).path("items");
        JsonNode payrolls = json("calendar?region=US&" + period).path("items");

        Instant last = Instant.MIN;
        for (JsonNode window : windows) {
            Instant start = Instant.parse(window.path("startsAt").asString());
            assertThat(start).isAfter(last);
            last = Instant.parse(window.path("endsAt").asString());
            assertThat(Duration.between(start, last)).isGreaterThanOrEqualTo(Duration.ofMinutes(45));
        }
        int found = 0;
        for (JsonNode release : payrolls) {
            if (release.path("indicator").asString().equals("us-nonfarm-payrolls")) {
                Instant at = Instant.parse(release.path("releasedAt").asString());
                assertThat(windows).anySatisfy(window -> {
                    assertThat(at).isAfterOrEqualTo(window.path("startsAt").asString());
                    assertThat(at).isBeforeOrEqualTo(window.path("endsAt").asString());
                    assertThat(window.path("indicators").toString()).contains("us-nonfarm-payrolls");
                });
                found++;
            }
        }
        assertThat(found).isEqualTo(6);
    }

    @Test
    void aReaderSeesWhatIsNearAndWhatComesNext() {
        assertThat(run("event-risk EURUSD --as-of 2021-09-03T12:40:00Z"))
                .contains("EURUSD:", "near", "10 minutes ago", "Releases of importance 3");
        assertThat(run("event-risk EURUSD --as-of 2021-09-04T12:40:00Z")).contains("no release near");
        assertThat(run("event-risk EURUSD --from 2021-09-03 --to 2021-09-03 --server-time new-york+7"))
                .contains("from (server)", "2021.09.03 15:00:00", "us-nonfarm-payrolls");
        assertThat(run("event-risk EURUSD --from 2021-09-03 --to 2021-09-03 --format csv"))
                .startsWith("starts_at,ends_at,starts_at_server,ends_at_server,importance,indicators\n");
    }
}
