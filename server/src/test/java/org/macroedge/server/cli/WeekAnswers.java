package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a store says of a week over REST, at the end of it and at instants of it.
///
/// Left out are run ids: they name all inputs of an answer, and the captures of schedules and forecasts are inputs.
/// When a server captures them depends on when it asks.
final class WeekAnswers {

    private static final String RUN_ID = "runId";
    private static final String RUN_ID_COLUMN = "run_id";
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Instant start;
    private final Instant end;
    private final List<Instant> instants;

    /// @param instants of the week for which it is asked
    WeekAnswers(Instant start, Instant end, List<Instant> instants) {
        this.start = start;
        this.end = end;
        this.instants = List.copyOf(instants);
    }

    /// Every answer by its question.
    ///
    /// @param variables of a server over the store
    Map<String, String> of(Map<String, String> variables) throws Exception {
        Clock clock = Clock.fixed(end.plusSeconds(60), ZoneOffset.UTC);
        Map<String, String> answers = new LinkedHashMap<>();
        try (Server server = Server.start(Settings.of(variables, note -> {}).withPort(0), clock, note -> {})) {
            for (String question : questions()) {
                HttpResponse<String> answer = SampleHome.get(server, "/api/v1/" + question);
                assertThat(answer.statusCode())
                        .as(question + ": " + answer.body())
                        .isEqualTo(200);
                answers.put(question, comparable(answer));
            }
        }
        return answers;
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>(List.of(
                "exports/releases?from=" + start,
                "exports/surprises?asOf=" + end,
                "exports/indices?at=release&from=" + start + "&to=" + end,
                "exports/bias?at=release&from=" + start + "&to=" + end,
                "exports/bias?at=close&from=" + start.minus(A_YEAR) + "&to=" + end));
        for (Instant instant : instants) {
            questions.add("bias/summary?asOf=" + instant);
            questions.add("bias/EURUSD/explanation?asOf=" + instant);
            questions.add("calendar?from=" + start + "&to=" + end + "&asOf=" + instant);
        }
        return questions;
    }

    private static String comparable(HttpResponse<String> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")) {
            return withoutColumn(RUN_ID_COLUMN, answer.body());
        }
        JsonNode tree = Json.mapper().readTree(answer.body());
        withoutRunIds(tree);
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    /// No cell of an export of numbers has a comma.
    private static String withoutColumn(String name, String table) {
        int column =
                List.of(table.lines().findFirst().orElseThrow().split(",", -1)).indexOf(name);
        return column < 0
                ? table
                : table.lines()
                        .map(line -> new ArrayList<>(List.of(line.split(",", -1))))
                        .map(cells -> {
                            cells.remove(column);
                            return String.join(",", cells);
                        })
                        .collect(Collectors.joining("\n"));
    }

    private static void withoutRunIds(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.remove(RUN_ID);
        }
        tree.forEach(WeekAnswers::withoutRunIds);
    }
}
