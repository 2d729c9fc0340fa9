package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.extremes.MonitoringFiles.AlertLines;
import tools.jackson.databind.JsonNode;

/// Each alert has a page and each page an alert, what the pages name exists, and dashboards keep their addresses.
class MonitoringFilesTest {

    private static final Path COMMANDS = Path.of("../docs/reference/commands.md");
    private static final Pattern SECTION =
            Pattern.compile("(?m)^## `macro-edge ([^`]+)`$(.*?)(?=^## |\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("\\./macro-edge ([a-z][^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @Test
    void eachAlertHasAPageAndEachPageAnAlert() throws IOException {
        Map<String, String> runbooks = MonitoringFiles.runbooks();
        assertThat(runbooks).hasSizeGreaterThan(10);
        assertThat(MonitoringFiles.alerts()).extracting(AlertLines::name).allMatch(runbooks::containsKey);
        assertThat(new HashSet<>(runbooks.values())).isEqualTo(MonitoringFiles.pages());
        String list = Files.readString(MonitoringFiles.RUNBOOKS.resolve("README.md"));
        for (Map.Entry<String, String> alert : runbooks.entrySet()) {
            String page = Files.readString(MonitoringFiles.RUNBOOKS.resolve(alert.getValue()));
            assertThat(page).startsWith("# " + alert.getKey() + "\n");
            assertThat(page.lines().filter(line -> line.startsWith("## ")))
                    .as(alert.getValue())
                    .containsExactly(
                            "## What it means for a trader",
                            "## How to see the cause",
                            "## What to do",
                            "## When to ignore it");
            assertThat(list).contains("| [" + alert.getKey() + "](" + alert.getValue() + ") |");
        }
    }

    @Test
    void eachAlertIsTestedAsFiringAndAsSilent() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (String file : MonitoringFiles.RULE_TESTS) {
            tests.append(Files.readString(MonitoringFiles.PROMETHEUS.resolve(file)));
        }
        for (AlertLines alert : MonitoringFiles.alerts()) {
            String name = "alertname: " + alert.name() + "\n        exp_alerts:";
            assertThat(tests).contains(name + " []", name + "\n          - exp_labels:");
        }
    }

    @Test
    void commandsOfThePagesExistWithTheirOptions() throws IOException {
        Map<String, String> commands = new TreeMap<>();
        SECTION.matcher(Files.readString(COMMANDS))
                .results()
                .forEach(section -> commands.put(section.group(1), section.group(2)));
        assertThat(commands).containsKeys("doctor", "jobs history");
        Set<String> named = new HashSet<>();
        for (String page : MonitoringFiles.pages()) {
            String text = Files.readString(MonitoringFiles.RUNBOOKS.resolve(page));
            for (MatchResult line : COMMAND.matcher(text).results().toList()) {
                String command = commands.keySet().stream()
                        .filter(known -> (line.group(1) + " ").startsWith(known + " "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(page + ": " + line.group()));
                named.add(command);
                OPTION.matcher(line.group(1))
                        .results()
                        .map(MatchResult::group)
                        .forEach(option ->
                                assertThat(commands.get(command)).as(page).contains("| `" + option));
            }
        }
        assertThat(named).contains("doctor", "sources list", "jobs history", "alerts list");
    }

    @ParameterizedTest
    @CsvSource({"service,macro-edge-service", "data,macro-edge-data"})
    void dashboardsKeepTheirAddressesAndSayWhatEachPanelShows(String name, String uid) throws IOException {
        JsonNode dashboard = MonitoringFiles.dashboard(name);
        assertThat(dashboard.path("uid").asString()).isEqualTo(uid);
        List<JsonNode> panels = dashboard.path("panels").valueStream().toList();
        assertThat(panels).hasSizeGreaterThan(10).allSatisfy(panel -> {
            assertThat(panel.path("description").asString()).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotEmpty();
            assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
            assertThat(panel.path("targets")).isNotEmpty();
        });
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels.stream().map(panel -> panel.path("title").asString())).doesNotHaveDuplicates();
        assertThat(dashboard
                        .at("/templating/list")
                        .valueStream()
                        .map(variable -> variable.path("name").asString()))
                .containsExactly("datasource", "instance");
    }
}
