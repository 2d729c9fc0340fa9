package org.macroedge.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// From which state of the store a read is answered.
final class RecordTimeOption {

    @Option(
            names = "--recorded-at",
            paramLabel = "INSTANT",
            description = "Answer from what was stored then; a date means its end in UTC (default: now).")
    @Nullable
    String text;
}
