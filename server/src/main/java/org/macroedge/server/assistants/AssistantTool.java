package org.macroedge.server.assistants;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;

/// A tool that an assistant can call. It reads and changes nothing.
///
/// @param name as it is called
/// @param title for readers
/// @param description for the assistant: what it answers, with units and signs
/// @param own arguments beside `asOf` and `recordedAt`, which every tool has
/// @param query what a call asks
record AssistantTool(
        String name,
        String title,
        String description,
        List<ToolArgument> own,
        Function<AssistantArguments, AssistantQuery<?>> query) {

    static final ToolArgument AS_OF = ToolArgument.text(
            Query.AS_OF,
            "Market time: nothing that was published later is used. ISO 8601 with a zone, or a date for its end in UTC."
                    + " Left out: now, or the last release where nothing has been released for long.",
            "2021-09-03T12:29:59Z");

    static final ToolArgument RECORDED_AT = ToolArgument.text(
            Query.RECORDED_AT,
            "Record time: nothing that this store learned later is used. Left out: everything that it knows.",
            "2026-01-31T00:00:00Z");

    /// The schema of all arguments.
    Map<String, Object> schema() {
        return ToolArgument.schema(arguments());
    }

    private List<ToolArgument> arguments() {
        return Stream.concat(own.stream(), Stream.of(AS_OF, RECORDED_AT)).toList();
    }

    /// What the assistant gets for a call.
    ///
    /// @throws MacroEdgeException with `invalid-request` or `invalid-instant` for arguments that do not exist or
    /// cannot be used, and as the answer does
    Object answer(Map<String, Object> given, AssistantQuery.Runner runner) {
        List<String> names = arguments().stream().map(ToolArgument::name).toList();
        return query.apply(new AssistantArguments(name, names, given)).shown(runner);
    }
}
