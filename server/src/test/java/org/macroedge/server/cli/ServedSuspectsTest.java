package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The releases that look wrong, on the sample with a forecast of payrolls that has a digit too many.
class ServedSuspectsTest {

    private static final String PAYROLLS = "us-nonfarm-payrolls@2022-01-07";

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        home = new SampleHome(folder.resolve("home"));
        home.load();
        server = home.serve();
        Path rows = Files.writeString(
                folder.resolve("january.csv"),
                "indicator,released_at,period,actual,forecast,previous\n"
                        + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,4000000,249000\n"
                        + "us-cpi-mom,2022-01-12T13:30:00Z,,0.5,0.4,0.8\n");
        assertThat(home.run("import calendar " + rows + " --profile macro-edge").status())
                .isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<JsonNode> suspects(String query) throws IOException, InterruptedException {
        JsonNode answer = Json.mapper()
                .readTree(SampleHome.get(server, "/api/v1/suspects" + query).body());
        return StreamSupport.stream(answer.path("items").spliterator(), false).toList();
    }

    private static List<String> ids(String query) throws IOException, InterruptedException {
        return suspects(query).stream()
                .map(item -> item.path("releaseId").stringValue())
                .toList();
    }

    @Test
    void aTypingErrorIsListedFromItsReleaseUntilSomeoneJudgesIt() throws Exception {
        JsonNode payrolls = suspects("").getFirst();
        assertThat(payrolls.path("releaseId").stringValue()).isEqualTo(PAYROLLS);
        assertThat(payrolls.path("kind").stringValue()).isEqualTo("suspect");
        assertThat(payrolls.path("forecast").intValue()).isEqualTo(4_000_000);
        assertThat(payrolls.path("nextPrevious").isNull()).isTrue();
        assertThat(ids("?asOf=2022-01-07T13:29:59Z")).doesNotContain(PAYROLLS);
        assertThat(ids("?recordedAt=2022-02-01T08:15:00Z")).doesNotContain(PAYROLLS);

        assertThat(home.run("release doubt " + PAYROLLS + " --reason typo").status())
                .isZero();
        assertThat(ids("")).doesNotContain(PAYROLLS);
        assertThat(home.run("release reopen " + PAYROLLS + " --reason again").status())
                .isZero();
        assertThat(ids("")).contains(PAYROLLS);
    }

    @Test
    void everyExtremeIsBeyondTenSigmaAndShowsTheNextFigureBesideIt() throws Exception {
        List<JsonNode> extremes = suspects("").stream()
                .filter(item -> item.path("kind").stringValue().equals("extreme"))
                .toList();
        assertThat(extremes)
                .isNotEmpty()
                .allMatch(item -> Math.abs(item.path("zRaw").doubleValue()) > 10);
        JsonNode payrolls = extremes.stream()
                .filter(item -> item.path("releaseId").stringValue().equals("us-nonfarm-payrolls@2020-06-05"))
                .findFirst()
                .orElseThrow();
        assertThat(payrolls.path("actual").intValue()).isEqualTo(2_509_000);
        assertThat(payrolls.path("nextPrevious").intValue()).isEqualTo(2_699_000);
        assertThat(suspects("").stream()
                        .map(item -> Instant.parse(item.path("releasedAt").stringValue()))
                        .toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theCommandListsThemAndSaysWhatToDo() {
        String table = home.run("release suspects").out();
        assertThat(table).contains("suspect", "extreme", PAYROLLS, "`release confirm`", "`release doubt`");
        assertThat(home.run("release suspects --as-of 2014-01-02").out()).contains("No release looks wrong.");
    }
}
