package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Calendars of other sources over the sample, as a user imports them and asks for what they say.
class ServedSourcesTest {

    private static final String PROFILE = """
        source: %s
        file: {columns: {instant: dt, area: area, title: title, actual: actual, forecast: forecast, previous: previous}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {missing: ["-"], suffixes: {"%%": 0, K: 3}}
        titles:
          - {area: US, title: NFP, indicator: us-nonfarm-payrolls}
          - {area: AU, title: CPI, indicator: au-cpi-qoq}
        """;

    private final Path folder;
    private final SampleHome home;

    ServedSourcesTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = new SampleHome(folder.resolve("home"));
    }

    @Test
    void whatIsImportedIsSeen() throws IOException {
        anUpcomingReleaseIsInTheCalendarWithItsConsensus();
        aCorrectedReleaseSaysSo();
        aWorseSourceNeverOutranksTheSample();
    }

    private void anUpcomingReleaseIsInTheCalendarWithItsConsensus() throws IOException {
        load("upcoming", "2022-03-04 13:30,US,NFP,,50K,199K\n");
        String span = " --from 2022-03-01T00:00:00Z --to 2022-03-31T00:00:00Z";

        JsonNode payrolls = item(run("calendar" + span + " --format json"), "us-nonfarm-payrolls");

        assertThat(payrolls.path("state").asString()).isEqualTo("scheduled");
        assertThat(payrolls.path("releasedAt").asString()).isEqualTo("2022-03-04T13:30:00Z");
        assertThat(payrolls.path("forecast").asInt()).isEqualTo(50000);
        assertThat(run("calendar" + span).lines()).anyMatch(line -> line.matches("13:30\\s+US Payrolls.*scheduled"));
        assertThat(run("calendar" + span + " --as-of 2022-02-01T08:29:59Z"))
                .as("before it was captured")
                .doesNotContain("scheduled");
    }

    private void aCorrectedReleaseSaysSo() throws IOException {
        load("corrected", "2022-01-07 13:30,US,NFP,142K,90K,100K\n");
        assertThat(run("indicators us-nonfarm-payrolls")).doesNotContain("corrected");

        load("corrected", "2022-01-07 13:30,US,NFP,42K,90K,100K\n");

        String asOf = " --as-of 2022-01-08T00:00:00Z";
        assertThat(lines("indicators us-nonfarm-payrolls" + asOf, "2022-01-07T13:30:00Z"))
                .singleElement()
                .asString()
                .contains(",42000,")
                .contains("corrected");
        assertThat(lines("explain SPX" + asOf, "us-nonfarm-payrolls@2022-01-07"))
                .singleElement()
                .asString()
                .contains("corrected");
        assertThat(lines("calendar" + asOf, "us-nonfarm-payrolls"))
                .singleElement()
                .asString()
                .contains("corrected");
    }

    private void aWorseSourceNeverOutranksTheSample() throws IOException {
        String releases = "indicators au-cpi-qoq --format csv";
        String before = run(releases);

        load("lowly", "2021-10-26 23:30,AU,CPI,1.8%,0.1%,0.8%\n");

        assertThat(run(releases)).isEqualTo(before).contains("2021-10-27T00:30:00Z");
    }

    private void load(String source, String rows) throws IOException {
        Path profile = Files.writeString(folder.resolve(source + ".yaml"), PROFILE.formatted(source));
        Path file =
                Files.writeString(folder.resolve(source + ".csv"), "dt,area,title,actual,forecast,previous\n" + rows);
        run("import calendar " + file + " --profile " + profile);
    }

    private static JsonNode item(String calendar, String indicator) {
        return Json.mapper()
                .readTree(calendar)
                .path("items")
                .valueStream()
                .filter(item -> item.path("indicator").asString().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> lines(String command, String part) {
        return run(command + " --format csv").lines().filter(line -> line.contains(part));
    }

    private String run(String command) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as("%s: %s", command, ended.errors()).isZero();
        return ended.out();
    }
}
