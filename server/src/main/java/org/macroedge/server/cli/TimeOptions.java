package org.macroedge.server.cli;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.Query;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// As known at which times a read is answered.
final class TimeOptions {

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "Answer as the market knew it then, for example 2021-09-03T12:30Z; a date means its end in UTC"
                            + " (default: now).")
    @Nullable
    String asOf;

    @Mixin
    private RecordTimeOption recordedAt = new RecordTimeOption();

    /// The times of an answer that has no market time.
    static TimeOptions of(RecordTimeOption recordedAt) {
        TimeOptions times = new TimeOptions();
        times.recordedAt = recordedAt;
        return times;
    }

    /// The times asked for.
    ///
    /// @throws MacroEdgeException with `invalid-instant`, naming the option
    Query query() {
        return Query.ofOptions(asOf, recordedAt.text);
    }
}
