package org.macroedge.server.cli.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.calendar.view.CompletenessAnswer;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.platform.config.AccessSettings.Mode;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.sources.view.SourceList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Checks the server that holds a home, through its health.
public final class ServerChecks {

    private static final Set<String> DOWN = Set.of("DOWN", "OUT_OF_SERVICE");
    private static final Set<String> SOUND = Set.of("UP", "UNKNOWN");

    private ServerChecks() {}

    public static List<Check> all(ServerFile file, Clock clock) {
        byte[] health = health(file);
        if (health == null) {
            return List.of(Check.fail("server", DoctorMessage.SERVER_SILENT, file.address(), file.processId()));
        }
        JsonNode root = Json.mapper().readTree(health);
        List<Check> checks = new ArrayList<>();
        String status = root.path("status").asString("unknown");
        checks.add(
                status.equals("UP")
                        ? Check.ok("server", file.address() + ", process " + file.processId() + ", holds the store")
                        : Check.fail("server", DoctorMessage.SERVER_DOWN, file.address(), status));
        checks.addAll(parts(root.path("components")));
        String access = root.at("/components/access/details/text").asString("");
        if (!access.isEmpty()) {
            checks.add(Check.ok("access", access));
        }
        String mode = root.at("/components/access/details/mode").asString("");
        ApiKeyList keys = mode.isEmpty() || mode.equals(Mode.LOCAL.code()) ? null : ask(file, "keys", ApiKeyList.class);
        if (keys != null) {
            checks.addAll(KeyChecks.all(mode, keys, clock.instant()));
        }
        checks.addAll(catalogue(root.path("components").path("catalogue").path("details")));
        JobList jobs = status.equals("UP") ? ask(file, "jobs", JobList.class) : null;
        if (jobs != null) {
            checks.addAll(FileChecks.runs(jobs));
        }
        SourceList sources = status.equals("UP") ? ask(file, "sources", SourceList.class) : null;
        if (sources != null) {
            checks.addAll(SourceChecks.all(sources));
        }
        CompletenessAnswer completeness =
                status.equals("UP") ? ask(file, "completeness", CompletenessAnswer.class) : null;
        if (completeness != null) {
            checks.add(CompletenessChecks.of(completeness));
        }
        return checks;
    }

    /// Null where the server does not answer, or lacks the role or the state for it.
    private static <T> @Nullable T ask(ServerFile file, String path, Class<T> shape) {
        try {
            return new ServerClient(file).get(path, Map.of(), shape);
        } catch (MacroEdgeException | JacksonException broken) {
            return null;
        }
    }

    /// Those that are not as they should be; the catalogue has lines of its own.
    private static List<Check> parts(JsonNode components) {
        List<Check> checks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : components.properties()) {
            String status = part.getValue().path("status").asString("");
            String reason = part.getValue().at("/details/reason").asString(status);
            if (DOWN.contains(status)) {
                checks.add(Check.fail("part", DoctorMessage.PART_DOWN, part.getKey(), reason));
            } else if (!SOUND.contains(status) && !part.getKey().equals("catalogue")) {
                checks.add(Check.warn("part", DoctorMessage.PART_SLOWER, part.getKey(), reason));
            }
        }
        return checks;
    }

    private static byte @Nullable [] health(ServerFile file) {
        try {
            return new ServerClient(file).health();
        } catch (MacroEdgeException broken) {
            return null;
        }
    }

    private static List<Check> catalogue(JsonNode state) {
        List<Check> checks = new ArrayList<>();
        checks.add(
                state.has("difference")
                        ? Check.warn(
                                "in force",
                                DoctorMessage.OTHER_CATALOGUE,
                                state.path("difference").asString(""))
                        : Check.ok(
                                "in force", "catalogue " + state.path("inForce").asString("")));
        JsonNode faults = state.path("faults");
        if (!faults.isEmpty()) {
            checks.add(Check.warn(
                    "edit",
                    DoctorMessage.FAULTY_CATALOGUE,
                    faults.size(),
                    faults.path(0).asString("")));
        }
        return checks;
    }
}
