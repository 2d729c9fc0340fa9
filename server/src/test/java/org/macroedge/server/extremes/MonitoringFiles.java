package org.macroedge.server.extremes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The files by which others watch a server: rules, routes, dashboards and runbooks.
final class MonitoringFiles {

    static final Path FOLDER = Path.of("../deploy/monitoring").toAbsolutePath().normalize();
    static final Path PROMETHEUS = FOLDER.resolve("prometheus");
    static final Path RULES = PROMETHEUS.resolve("rules.yml");
    static final List<String> RULE_TESTS = List.of("rules-test.yml", "rules-test-days.yml");
    static final Path ROUTES = FOLDER.resolve("alertmanager/alertmanager.yml");
    static final Path DASHBOARDS = FOLDER.resolve("grafana");
    static final Path RUNBOOKS = Path.of("../docs/runbooks");

    private static final Pattern RULE =
            Pattern.compile("- alert: (\\w+)\\n(.*?)(?=\\n +- alert: |\\n\\n|\\z)", Pattern.DOTALL);
    private static final Pattern RUNBOOK = Pattern.compile("runbook: docs/runbooks/(\\S+)");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:macro_edge|jvm|process|jetty|logback)_[a-z0-9_]+(?![a-z0-9_:]*:)");

    private MonitoringFiles() {}

    /// A rule that alerts, as its lines stand.
    record AlertLines(String name, String lines) {}

    static List<AlertLines> alerts() throws IOException {
        return RULE.matcher(Files.readString(RULES))
                .results()
                .map(rule -> new AlertLines(rule.group(1), rule.group(2)))
                .toList();
    }

    /// The page that the first rule of each alert names.
    static Map<String, String> runbooks() throws IOException {
        Map<String, String> runbooks = new LinkedHashMap<>();
        for (AlertLines alert : alerts()) {
            RUNBOOK.matcher(alert.lines()).results().forEach(page -> runbooks.put(alert.name(), page.group(1)));
        }
        return runbooks;
    }

    /// The names of the pages, without the list of them.
    static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static JsonNode dashboard(String name) throws IOException {
        return Json.mapper().readTree(Files.readString(DASHBOARDS.resolve(name + ".json")));
    }

    /// The metrics that rules, dashboards and runbooks name, each with a file that does.
    static Map<String, Path> metrics() throws IOException {
        Map<String, Path> metrics = new LinkedHashMap<>();
        for (Path file : List.of(RULES, DASHBOARDS.resolve("service.json"), DASHBOARDS.resolve("data.json"))) {
            metrics(file).forEach(name -> metrics.put(name, file));
        }
        for (String page : pages()) {
            Path file = RUNBOOKS.resolve(page);
            metrics(file).forEach(name -> metrics.put(name, file));
        }
        return metrics;
    }

    private static List<String> metrics(Path file) throws IOException {
        return METRIC.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
