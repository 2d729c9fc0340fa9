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

            SampleHome.Ended ended = home.run(command);
            assertThat(ended.status()).as(ended.errors()).isZero();
            JsonNode imported = Json.mapper().readTree(ended.out());
            long batch = imported.path("batch").asLong();
            assertThat(imported.path("imported").asInt()).isOne();
            assertThat(imported.path("unmapped").asInt()).isOne();
            assertThat(imported.path("quarantined").asInt()).isOne();
            assertThat(imported.path("hourOffsets").path("other").asInt()).isZero();

            assertThat(home.run("import list").out()).contains("mine.yaml, 1 file");
            assertThat(home.run("import quarantine --batch " + batch).out()).contains("january.csv:4", "sometime");
            assertThat(SampleHome.get(server, "/api/v1/imports/running").body()).isEqualTo("{\"items\":[]}\n");
            assertThat(home.run("import undo " + batch).out()).contains("Batch " + batch + " is undone by batch ");
            SampleHome.Ended again = home.run("import undo " + batch);
            assertThat(again.status()).isOne();
            assertThat(again.errors()).contains("was already undone by batch");
            assertThat(home.run("import calendar " + rows + " --profile nowhere")
                            .errors())
                    .contains("Profile \"nowhere\" does not exist");
            assertThat(home.run("sample remove").out()).contains("The sample is removed.");
            assertThat(home.run("sample remove").out()).contains("There is no sample in the store.");
        }
    }
}
