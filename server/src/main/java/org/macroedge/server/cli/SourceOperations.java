package org.macroedge.server.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.Session;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.sources.Backfill;
import org.macroedge.server.sources.BackfillSpan;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SourceRun;
import org.macroedge.server.sources.view.SourceRuns;

/// Asks sources, through the server that holds the home, else with the store itself.
final class SourceOperations {

    private SourceOperations() {}

    /// @param source null for every source that is on
    /// @param all whether to send every request of a source, and not only its first
    static SourceRuns check(HomeOptions home, Clock clock, Console console, @Nullable String source, boolean all) {
        Map<String, @Nullable String> parameters = parameters(source, null);
        parameters.put("all", String.valueOf(all));
        return HomeAccess.ask(
                home,
                clock,
                console,
                server -> changed(server, "check", parameters, SourceRuns.class),
                session -> audited(
                        session,
                        "sources check",
                        source,
                        () -> new SourceRuns(session.get(Ingestion.class).check(source, all, console::note))));
    }

    /// @param source null for every source that is on
    /// @param region of the indicators that are asked for; null for all
    static SourceRuns ingest(
            HomeOptions home, Clock clock, Console console, @Nullable String source, @Nullable Region region) {
        return HomeAccess.ask(
                home,
                clock,
                console,
                server -> changed(server, "ingest", parameters(source, region), SourceRuns.class),
                session -> audited(
                        session,
                        "ingest",
                        source,
                        () -> new SourceRuns(session.get(Ingestion.class).ingest(source, region, console::note))));
    }

    /// Takes step after step until nothing is left or a request fails, and says after each how far it is.
    static SourceRuns backfill(HomeOptions home, Clock clock, Console console, BackfillSpan span) {
        Map<String, @Nullable String> parameters = parameters(span.source(), span.region());
        parameters.put("from", span.from().toString());
        parameters.put("to", span.to().toString());
        return HomeAccess.ask(
                home,
                clock,
                console,
                server -> all(console, () -> changed(server, "backfill", parameters, BackfillStep.class)),
                session -> audited(
                        session,
                        "ingest",
                        span.source(),
                        () -> all(console, () -> session.get(Backfill.class).next(span, console::note))));
    }

    /// @param source null for every source that is on
    private static SourceRuns audited(
            Session session, String words, @Nullable String source, Supplier<SourceRuns> work) {
        return session.get(AuditLog.class).command(words, source == null ? List.of() : List.of(source), work);
    }

    private static SourceRuns all(Console console, Supplier<BackfillStep> next) {
        List<SourceRun> runs = new ArrayList<>();
        BackfillStep step;
        do {
            step = next.get();
            runs.addAll(step.items());
            int all = step.done() + step.left() + step.failing();
            if (all > 0) {
                String failing = step.failing() == 0 ? "" : ", " + step.failing() + " could not be used";
                console.note(step.done() + " of " + all + " requests are done" + failing);
            }
        } while (step.left() > 0 && step.items().stream().noneMatch(SourceRun::isFailure));
        return new SourceRuns(runs);
    }

    private static Map<String, @Nullable String> parameters(@Nullable String source, @Nullable Region region) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("source", source);
        parameters.put("region", region == null ? null : region.code());
        return parameters;
    }

    private static <T> T changed(
            ServerClient server, String what, Map<String, @Nullable String> parameters, Class<T> type) {
        return Json.mapper().readValue(server.change("POST", "sources/" + what, parameters, null), type);
    }
}
