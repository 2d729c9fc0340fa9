package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

class ServedImportsTest {

    @TempDir
    private Path folder;

    @Test
    void importsGoThroughTheServerThatHoldsTheHome() throws Exception {
        SampleHome home = new SampleHome(folder.resolve("home"));
        Path rows = Files.writeString(
                folder.resolve("january.csv"),
                "when;what;value;expected\n2022-01-07T13:30:00Z;NFP;199000;400000\n"
                        + "2022-01-07T13:30:00Z;Other;1;2\nsometime;NFP;1;2\n");
        Path layout = Files.writeString(folder.resolve("mine.yaml"), """
            source: mine
            file: {delimiter: ";", columns: {instant: when, title: what, actual: value, forecast: expected}}
            instant: {pattern: "yyyy-MM-dd'T'HH:mm:ssXXX"}
            titles:
              - {title: NFP, indicator: us-nonfarm-payrolls}
            """);
        String command = "import calendar " + rows + " --profile " + layout + " --format json";
        try (Server server = home.serve()) {
            JsonNode dry =
                    Json.mapper().readTree(home.run(command + " --dry-run").out());
            assertThat(dry.path("batch").isNull()).isTrue();
            assertThat(dry.path("imported").asInt()).isOne();

            CommandLineRunner.Ended ended = home.run(command);
            assertThat(ended.status()).as(ended.errors()).isZero();
            JsonNode imported = Json.mapper().readTree(ended.out());
            long batch = imported.path("batch").asLong();
            assertThat(imported.path("imported").asInt()).isOne();
            assertThat(imported.path("unmapped").asInt()).isOne();
            assertThat(imported.path("quarantined").asInt()).isOne();
            assertThat(imported.path("hourOffsets").path("other").asInt()).isZero();
            assertThat(imported.path("quarantine"))
                    .hasToString(
                            "[{\"reason\":\"unreadable-instant\",\"count\":1,\"firstFile\":\"january.csv\",\"firstLine\":4,\"message\":\"instant"
                                + " \\\"sometime\\\" does not fit the profile's pattern\"}]");
            assertThat(imported.path("findings").isEmpty()).isTrue();
            Files.createDirectories(folder.resolve("calendars").resolve("old"));
            Files.writeString(folder.resolve("calendars").resolve("a.csv"), "when;what;value;expected\n");
            assertThat(home.run("import calendar " + folder.resolve("calendars") + " --profile " + layout
                                    + " --dry-run")
                            .out())
                    .contains(
                            "Dry run: nothing is stored.",
                            "1 subfolder that was not read; name it to import its files; first "
                                    + folder.resolve("calendars").resolve("old"),
                            "1 file with a header and no rows; first a.csv:1");
            assertThat(home.run("import calendar " + rows + " --profile " + layout + " --dry-run")
                            .out())
                    .contains("         1 quarantined: unreadable-instant, first january.csv:4: instant \"sometime\""
                            + " does not");

            assertThat(home.run("import list").out()).contains("mine.yaml, 1 file");
            assertThat(home.run("import quarantine --batch " + batch).out()).contains("january.csv:4", "sometime");
            assertThat(SampleHome.get(server, "/api/v1/imports/running").body()).isEqualTo("{\"items\":[]}\n");
            assertThat(home.run("import undo " + batch).out()).contains("Batch " + batch + " is undone by batch ");
            CommandLineRunner.Ended again = home.run("import undo " + batch);
            assertThat(again.status()).isOne();
            assertThat(again.errors()).contains("was already undone by batch");
            assertThat(home.run("import calendar " + rows + " --profile nowhere")
                            .errors())
                    .contains("Profile \"nowhere\" does not exist");
            assertThat(home.run("sample remove").out()).contains("The sample is removed.");
            assertThat(home.run("sample remove").out()).contains("There is no sample in the store.");
        }
    }

    @Test
    void controlCharactersOfAFileReachNoTerminal() throws Exception {
        SampleHome home = new SampleHome(folder.resolve("home"));
        Path rows = Files.writeString(folder.resolve("june.csv"), """
            dt,title,actual
            2021-06-04 12:30,NFP,559K
            2021-06-04 12:30,"NFP\u001b[31mRED\u001b[2J",559K
            2021-06-04 12:30,"NFP
            line2",559K
            2021-06-04 12:30,\u202eevil,559K
            2021-06-04 12:30,NFP,"\u001b[31m5K\u001b]0;pwn\u0007"
            2021-06-04 12:30,%s,559K
            """.formatted("X".repeat(900)));
        Path layout = Files.writeString(folder.resolve("mine.yaml"), """
            source: h
            file: {columns: {instant: dt, title: title, actual: actual}}
            instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
            values: {suffixes: {"%": 0, K: 3}}
            titles:
              - {title: NFP, indicator: us-nonfarm-payrolls}
            """);
        try (Server server = home.serve()) {
            CommandLineRunner.Ended imported = home.run("import calendar " + rows + " --profile " + layout);

            assertThat(imported.status()).as(imported.errors()).isZero();
            assertThat(imported.out())
                    .contains("NFP\\u001b[31mRED\\u001b[2J", "NFP\\nline2", "\\u202eevil", "X".repeat(100) + "…")
                    .doesNotContain("\u001b", "\u202e", "X".repeat(101));
            assertThat(home.run("import quarantine").out())
                    .contains("june.csv:7", "actual \"\\u001b[31m5K\\u001b]0;pwn\\u0007\" is not a number")
                    .doesNotContain("\u001b", "\u0007");
            Files.writeString(rows, "\u001b[2J,title,actual\n");
            assertThat(home.run("import calendar " + rows + " --profile " + layout)
                            .errors())
                    .contains("june.csv has no column \"dt\"; it has \\u001b[2J, title, actual (june.csv:1)")
                    .doesNotContain("\u001b");
            Files.writeString(layout, "source: h\nfile: {}\n");
            assertThat(home.run("import calendar " + rows + " --profile " + layout)
                            .errors())
                    .contains("mine.yaml:2: columns: is missing")
                    .doesNotContain("macro-edge-layout");
            assertThat(server).isNotNull();
        }
    }
}
