package org.macroedge.server.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.time.Instants;
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

    static final String FORMATS =
            "table for readers; json or csv, unrounded, for programs (default: ${DEFAULT-VALUE}).";

    @Mixin
    final HomeOptions home;

    @Mixin
    private final TimeOptions times;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = FORMATS)
    Format format;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "The time zone of tables, for example Europe/Berlin or UTC (default: this machine's). JSON and"
                            + " CSV are always in UTC.")
    @Nullable
    ZoneId zone;

    ReadOptions() {
        this(new HomeOptions(), new TimeOptions(), Format.TABLE);
    }

    ReadOptions(HomeOptions home, TimeOptions times, Format format) {
        this.home = home;
        this.times = times;
        this.format = format;
    }

    /// The times asked for.
    ///
    /// @throws MacroEdgeException with `invalid-instant`, naming the option
    Query query() {
        return times.query();
    }

    /// Where tables are written, with times in the zone asked for.
    Page page(Console console) {
        Page page = console.page();
        return zone == null ? page : new Page(page.out(), page.terminal(), new Times(zone));
    }

    /// The date asked for, where it is one; null for an instant, or for now.
    @Nullable
    String date() {
        return times.asOf != null && Instants.isDate(times.asOf) ? times.asOf : null;
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
