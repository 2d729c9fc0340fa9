package org.macroedge.server.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.calendar.view.CompletenessAnswer;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.sources.view.SourceList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Checks the server that holds a home, through its health.
public final class ServerChecks {

    private ServerChecks() {}

    public static List<Check> all(ServerFile file) {
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
        String access = root.at("/components/access/details/text").asString("");
        if (!access.isEmpty()) {
            checks.add(Check.ok("access", access));
        }
        checks.addAll(catalogue(root.path("components").path("catalogue").path("details")));
        SourceList sources = status.equals("UP") ? sources(file) : null;
        if (sources != null) {
            checks.addAll(SourceChecks.all(sources));
        }
        CompletenessAnswer completeness = status.equals("UP") ? completeness(file) : null;
        if (completeness != null) {
            checks.add(CompletenessChecks.of(completeness));
        }
        return checks;
    }

    private static @Nullable SourceList sources(ServerFile file) {
        try {
            return new ServerClient(file).get("sources", Map.of(), SourceList.class);
        } catch (MacroEdgeException | JacksonException broken) {
            return null;
        }
    }

    private static @Nullable CompletenessAnswer completeness(ServerFile file) {
        try {
            return new ServerClient(file).get("completeness", Map.of(), CompletenessAnswer.class);
        } catch (MacroEdgeException | JacksonException broken) {
            return null;
        }
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
