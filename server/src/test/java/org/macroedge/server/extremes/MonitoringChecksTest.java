package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The programs that read the files of monitoring find nothing wrong with them.
@Tag("system")
@Timeout(180)
class MonitoringChecksTest {

    private static String run(File folder, List<String> words) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(words)
                .directory(folder)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as("%s: %s", words, said).isZero();
        return said;
    }

    private static String run(Path folder, String... words) throws IOException, InterruptedException {
        return run(folder.toFile(), List.of(words));
    }

    @Test
    void theRulesAreValidAndFireWhenTheyShould() throws Exception {
        assertThat(run(MonitoringFiles.PROMETHEUS, "promtool", "check", "rules", "rules.yml"))
                .contains("SUCCESS");
        for (String tests : MonitoringFiles.RULE_TESTS) {
            assertThat(run(MonitoringFiles.PROMETHEUS, "promtool", "test", "rules", tests))
                    .contains("SUCCESS");
        }
        assertThat(run(MonitoringFiles.PROMETHEUS, "promtool", "check", "config", "--syntax-only", "prometheus.yml"))
                .contains("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "urgent,alertname=MacroEdgeDown severity=critical",
        "urgent,alertname=MacroEdgeDown severity=critical missing=yes",
        "urgent,alertname=MacroEdgeRoleDown severity=critical role=ingestion",
        "urgent,alertname=MacroEdgePartDown severity=critical part=database",
        "desk,alertname=MacroEdgePartDown severity=warning part=redis",
        "desk,alertname=MacroEdgeJobFails severity=warning name=bias_engine",
        "desk,alertname=Other"
    })
    void alertsGoToTheReceiverOfTheirSeverity(String receiver, String labels) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "amtool",
                "config",
                "routes",
                "test",
                "--config.file=" + MonitoringFiles.ROUTES,
                "--verify.receivers=" + receiver));
        words.addAll(List.of(labels.split(" ")));
        assertThat(run(MonitoringFiles.FOLDER.toFile(), words).lines()).contains(receiver);
    }

    @Test
    void theRoutesAreValid() throws Exception {
        assertThat(run(MonitoringFiles.FOLDER, "amtool", "check-config", MonitoringFiles.ROUTES.toString()))
                .contains("SUCCESS", "5 inhibit rules", "2 receivers");
    }

    /// `npm ci` in their folder comes before.
    @Test
    void theDashboardsAreOfGrafanasTypesAndWhatTheirSourceGives() throws Exception {
        assertThat(run(MonitoringFiles.DASHBOARDS, "npm", "run", "--silent", "check"))
                .isEmpty();
    }
}
