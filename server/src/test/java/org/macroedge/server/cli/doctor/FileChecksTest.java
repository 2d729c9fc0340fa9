package org.macroedge.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;

/// What `doctor` says about the files of exports and alerts.
class FileChecksTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    Path folder;

    private List<Check> checks(String exports, String alerts) throws IOException {
        return checks(exports, alerts, true);
    }

    private List<Check> checks(String exports, String alerts, boolean isInForce) throws IOException {
        Settings settings = Settings.of(
                        Map.of(
                                "MACRO_EDGE_EXPORTS",
                                        Files.writeString(folder.resolve("exports.yaml"), exports)
                                                .toString(),
                                "MACRO_EDGE_ALERTS",
                                        Files.writeString(folder.resolve("alerts.yaml"), alerts)
                                                .toString()),
                        note -> {})
                .withHome(folder);
        return FileChecks.all(settings, CATALOGUE, isInForce, Map.of());
    }

    private static void assertFound(Check check, String state, String message) {
        assertThat(check.state()).isEqualTo(state);
        DeclaredMessages.assertSeen("DoctorMessage." + message, check.text() + ". " + check.remedy());
    }

    @Test
    void aFaultyFileIsTold() throws IOException {
        List<Check> checks = checks("exports: [{id: us}]", "rules: none");

        assertThat(checks).hasSize(2).allSatisfy(check -> assertFound(check, "fail", "FAULTY_SETTING_FILE"));
        assertThat(checks.getFirst().text())
                .startsWith("MACRO_EDGE_EXPORTS names a file that cannot be used: ")
                .contains("exports.yaml:1: export: is missing");
        assertThat(checks.getLast().text()).startsWith("MACRO_EDGE_ALERTS names a file that cannot be used: ");
    }

    @Test
    void aWeightSetThatIsNotInForceIsTold() throws IOException {
        String exports = """
            exports:
              - {id: robot, export: bias, weightSet: growth, times: ["12:00"], output: .}
              - {id: closes, export: prices, times: ["12:00"], output: .}
            """;

        List<Check> checks = checks(exports, "rules: []\nchannels: []");

        assertThat(checks.getFirst().text()).endsWith("exports.yaml can be used; scheduled exports: 2");
        assertFound(checks.get(1), "warn", "NO_WEIGHT_SET");
        assertThat(checks.get(1).text()).contains("robot (weight set growth)");
        assertThat(checks(exports, "rules: []\nchannels: []", false))
                .noneMatch(check -> check.text().contains("growth"));
    }

    @Test
    void anExportWhoseLatestRunFailedIsTold() {
        List<Check> checks = FileChecks.runs(new JobList(List.of(
                job("scheduled_export.us", "failed"),
                job("scheduled_export.de", "succeeded"),
                job("rolling_stats", "failed"),
                new JobItem("scheduled_export.new", "", null, List.of(), false, null, null))));

        assertThat(checks).hasSize(1);
        assertFound(checks.getFirst(), "warn", "EXPORT_FAILED");
        assertThat(checks.getFirst().text()).isEqualTo("the latest run of scheduled_export.us failed: why");
    }

    private static JobItem job(String name, String outcome) {
        return new JobItem(
                name,
                "",
                null,
                List.of(),
                false,
                null,
                new JobRunItem(1, name, "schedule", 1, outcome, NOW, NOW, "why"));
    }
}
