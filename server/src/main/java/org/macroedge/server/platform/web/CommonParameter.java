package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.time.Instants;

/// A parameter with the same meaning in every operation: its description, an example, and the problems it can
/// cause.
enum CommonParameter {
    AS_OF(
            "asOf",
            "Market time: the answer uses only what was known at this time. A year from 1900 on, not in the"
                    + " future. A fraction of a second is dropped; a date alone means the end of that day in UTC."
                    + " By default now: the last full hour, or the last release if it is later or if nothing has been"
                    + " released for ten days.",
            "2021-09-03T12:30:00Z",
            Instants.PATTERN,
            ProblemCode.INVALID_INSTANT,
            ProblemCode.AS_OF_IN_FUTURE),
    RECORDED_AT(
            "recordedAt",
            "Record time, as in 2026-11-24T16:00:00.000001Z: the answer uses only what was stored at this time. Not"
                    + " in the future; a date alone means the end of that day in UTC. By default everything stored.",
            "",
            Instants.PATTERN,
            ProblemCode.INVALID_INSTANT),
    RECORDED_FROM(
            "recordedFrom",
            "The record time as of which the start was seen. What was corrected since is a step of its own then. Not in"
                    + " the future; a date alone means the end of that day in UTC.",
            "",
            Instants.PATTERN,
            ProblemCode.INVALID_INSTANT),
    FROM(
            "from",
            "Start of the period, inclusive. A date alone means the start of that day in UTC.",
            "2021-08-01T00:00:00Z",
            Instants.PATTERN,
            ProblemCode.INVALID_INSTANT),
    TO(
            "to",
            "End of the period, inclusive. A date alone means the end of that day in UTC.",
            "2021-09-03T22:00:00Z",
            Instants.PATTERN,
            ProblemCode.INVALID_INSTANT),
    WEIGHT_SET(
            "weightSet",
            "The id of a weight set of the catalogue, in any case.",
            "equal",
            Form.ID,
            ProblemCode.UNKNOWN_WEIGHT_SET),
    INSTRUMENT(
            "instrument", "The id of an instrument, in any case.", "EURUSD", Form.ID, ProblemCode.UNKNOWN_INSTRUMENT),
    INDEX(
            "index",
            "The id or an alias of a surprise index, in any case.",
            "EUR-inflation",
            Form.ID,
            ProblemCode.UNKNOWN_INDEX),
    RELEASE(
            "release",
            "The id of a release, in any case.",
            "us-nonfarm-payrolls@2021-09-03",
            Form.RELEASE_ID,
            ProblemCode.UNKNOWN_RELEASE),
    INDICATOR(
            "id",
            "The id of an indicator, in any case.",
            "us-nonfarm-payrolls",
            Form.ID,
            ProblemCode.UNKNOWN_INDICATOR),
    VARIED_INDICATOR(
            "indicator",
            "The id of the indicator whose release is varied, in any case.",
            "us-nonfarm-payrolls",
            Form.ID,
            ProblemCode.UNKNOWN_INDICATOR),
    RELEASED_AT(
            "releasedAt",
            "The instant of the release, after asOf and at most a year later; by default that of its next scheduled"
                    + " one. A date alone means the end of that day in UTC.",
            "",
            Instants.PATTERN,
            ProblemCode.INVALID_INSTANT);

    /// Longer than any id of a catalogue; a longer one is unknown.
    private static final int LONGEST_NAME = 100;

    /// The format of a time in any of its forms.
    private static final String TIME = "time-or-date";

    private final String name;
    private final String description;
    /// Filled in on the page that tries an operation; empty where no value suits every store.
    private final String example;
    private final String pattern;
    private final List<ProblemCode> problems;

    CommonParameter(String name, String description, String example, String pattern, ProblemCode... problems) {
        this.name = name;
        this.description = description;
        this.example = example;
        this.pattern = pattern;
        this.problems = List.of(problems);
    }

    static Optional<CommonParameter> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.name.equals(name))
                .findFirst();
    }

    List<ProblemCode> problems() {
        return problems;
    }

    /// Fills in what the controller does not say itself.
    void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
        if (parameter.getExample() == null && !example.isEmpty()) {
            parameter.setExample(example);
        }
        Schema<?> schema = ownSchema(parameter);
        schema.pattern(pattern);
        if (pattern.equals(Form.ID) || pattern.equals(Form.RELEASE_ID)) {
            schema.minLength(1).maxLength(LONGEST_NAME);
        } else {
            // a date alone is a time too, which date-time would exclude
            schema.format(TIME).maxLength(Instants.LONGEST);
        }
    }

    /// The framework gives several parameters one and the same schema, so that the bounds of the last would be
    /// those of all.
    private static Schema<?> ownSchema(Parameter parameter) {
        Schema<?> schema = new JsonSchema();
        schema.setTypes(new HashSet<>(Set.of("string"))); // the framework removes `null` from it
        Object given = parameter.getSchema().getDefault();
        if (given != null) {
            schema.setDefault(given);
        }
        parameter.setSchema(schema);
        return schema;
    }

    /// The forms of ids. A text of another form is unknown, as any id is that no file defines.
    private static final class Form {
        static final String ID = "^[A-Za-z0-9][A-Za-z0-9-]*$";
        static final String RELEASE_ID = "^[A-Za-z0-9][A-Za-z0-9@.-]*$";
    }
}
