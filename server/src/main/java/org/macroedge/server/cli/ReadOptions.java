package org.macroedge.server.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every read command.
final class ReadOptions {

    /// How an answer is written.
    enum Format {
        TABLE,
        JSON,
        CSV;

        /// As it is written, also by completion.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    final HomeOptions home = new HomeOptions();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "Answer as the market knew it then, for example 2021-09-03T12:30Z; a date means its end in UTC"
                            + " (default: now).")
    @Nullable
    String asOf;

    @Option(
            names = "--recorded-at",
            paramLabel = "INSTANT",
            description = "Answer from what was stored then; a date means its end in UTC (default: now).")
    @Nullable
    String recordedAt;

    @Option(
            names = "--weight-set",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "A weight set of the catalogue (default: ${DEFAULT-VALUE}).")
    String weightSet = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for readers; json or csv, unrounded, for programs (default: ${DEFAULT-VALUE}).")
    Format format = Format.TABLE;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "The time zone of tables, for example Europe/Berlin or UTC (default: this machine's). JSON and"
                            + " CSV are always in UTC.")
    @Nullable
    ZoneId zone;

    /// The times asked for.
    ///
    /// @throws MacroEdgeException with `invalid-instant`, naming the option
    Query query() {
        return Query.ofOptions(asOf, recordedAt);
    }

    /// The times and the weight set asked for.
    ///
    /// @throws MacroEdgeException with `invalid-instant`, naming the option
    WeightedQuery weightedQuery() {
        return query().with(weightSet);
    }

    /// Where tables are written, with times in the zone asked for.
    Page page(Console console) {
        Page page = console.page();
        return zone == null ? page : new Page(page.out(), page.terminal(), new Times(zone));
    }

    /// The instant asked for; null for now.
    @Nullable
    Instant asOf() {
        return query().asOf();
    }

    /// The record time asked for; null for the latest.
    @Nullable
    Instant recordedAt() {
        return query().recordedAt();
    }
}
