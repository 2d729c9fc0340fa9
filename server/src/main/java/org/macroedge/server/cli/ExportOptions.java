package org.macroedge.server.cli;

import org.macroedge.server.platform.query.Query;
import picocli.CommandLine.Mixin;

/// The options of every export: it is always CSV, in UTC.
final class ExportOptions {

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Mixin
    private final TimeOptions times = new TimeOptions();

    Query query() {
        return times.query();
    }

    ReadOptions read() {
        return new ReadOptions(home, times, ReadOptions.Format.CSV);
    }
}
