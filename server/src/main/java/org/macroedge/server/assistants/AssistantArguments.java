package org.macroedge.server.assistants;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;

/// The arguments of a call, read strictly: one that does not exist, or is of another type, refuses the call.
final class AssistantArguments {

    private final Map<String, Object> given;

    /// @param tool its name
    /// @param known the names of its arguments
    /// @throws MacroEdgeException with `invalid-request` for a name that is not known
    AssistantArguments(String tool, List<String> known, Map<String, Object> given) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw AssistantProblem.UNKNOWN_ARGUMENT.exception(ShownText.of(name), tool, String.join(", ", known));
            }
        }
    }

    /// The value of a text.
    ///
    /// @return null where it is left out
    /// @throws MacroEdgeException with `invalid-request` for a value of another type, and where a required one is
    /// left out
    @Nullable
    String text(ToolArgument argument) {
        Object value = given.get(argument.name());
        if (value == null && argument.required()) {
            throw AssistantProblem.MISSING_ARGUMENT.exception(
                    argument.name(), "\"" + argument.name() + "\": \"" + argument.example() + "\"");
        }
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw InvalidValue.of(argument.name(), value, "a text", argument.example());
    }

    /// The value of a required text.
    String required(ToolArgument argument) {
        return String.valueOf(text(argument));
    }

    /// The value of an integer, or its default.
    ///
    /// @throws MacroEdgeException with `invalid-request` for a value of another type or beyond the bounds
    int integer(ToolArgument argument) {
        Object value = given.get(argument.name());
        if (value == null) {
            return argument.defaultValue();
        }
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= argument.minimum()
                && number.intValue() <= argument.maximum()) {
            return number.intValue();
        }
        throw InvalidValue.of(
                argument.name(),
                value,
                "a whole number from " + argument.minimum() + " to " + argument.maximum(),
                String.valueOf(argument.defaultValue()));
    }

    /// The instant of a text; a date means its start in UTC.
    @Nullable
    Instant start(ToolArgument argument) {
        return Instants.readStart(argument.name(), text(argument));
    }

    /// The instant of a text; a date means its end in UTC.
    @Nullable
    Instant end(ToolArgument argument) {
        return Instants.read(argument.name(), text(argument));
    }

    /// The instants that every tool takes.
    Query query() {
        return Query.ofParameters(text(AssistantTool.AS_OF), text(AssistantTool.RECORDED_AT));
    }

    /// The id of the weight set, or that of the default one.
    String weightSet(ToolArgument argument) {
        String text = text(argument);
        return text == null ? WeightedQuery.DEFAULT : WeightedQuery.weightSetId(text);
    }

    /// The parameters of a request to the API that has the same instants.
    Map<String, @Nullable String> parameters() {
        Query query = query();
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put(Query.AS_OF, iso(query.asOf()));
        parameters.put(Query.RECORDED_AT, iso(query.recordedAt()));
        return parameters;
    }

    /// An instant in ISO 8601; null for none.
    static @Nullable String iso(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
