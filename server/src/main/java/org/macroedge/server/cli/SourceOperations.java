package org.macroedge.server.cli;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.view.SourceRun;
import org.macroedge.server.sources.view.SourceRuns;

/// Asks sources, through the server that holds the home, else with the store itself.
final class SourceOperations {

    private SourceOperations() {}

    /// @param what `ingest` or `check`
    /// @param source null for every source that is on
    static SourceRuns ask(HomeOptions home, Clock clock, Console console, String what, @Nullable String source) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("source", source);
        return HomeAccess.ask(
                home,
                clock,
                console,
                server -> Json.mapper()
                        .readValue(server.change("POST", "sources/" + what, parameters, null), SourceRuns.class),
                session -> new SourceRuns(asked(session.get(Ingestion.class), console, what, source)));
    }

    private static List<SourceRun> asked(Ingestion ingestion, Console console, String what, @Nullable String source) {
        return what.equals("ingest") ? ingestion.ingest(source, console::note) : ingestion.check(source, console::note);
    }
}
