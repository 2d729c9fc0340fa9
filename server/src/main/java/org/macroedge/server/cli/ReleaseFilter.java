package org.macroedge.server.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which releases an export has.
final class ReleaseFilter {

    @Option(names = "--indicator", paramLabel = "INDICATOR", description = "One of them (default: all).")
    private @Nullable String indicator;

    @Mixin
    private final RegionOption region = new RegionOption();

    @Option(
            names = "--instrument",
            paramLabel = "INSTRUMENT",
            description = "Only indicators with a weight in its bias, in weight set default (default: all).")
    private @Nullable String instrument;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Leave out what came before.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Leave out what came after.")
    private @Nullable String to;

    ExportedReleases wanted() {
        return new ExportedReleases(
                indicator == null ? null : ResolvedId.indicator(indicator),
                region.region,
                instrument == null ? null : ResolvedId.instrument(instrument),
                Instants.readStart("--from", from),
                Instants.read("--to", to));
    }

    /// As parameters of a request.
    Map<String, @Nullable String> parameters() {
        ExportedReleases wanted = wanted();
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("indicator", wanted.indicator());
        parameters.put("region", region.code());
        parameters.put("instrument", wanted.instrument());
        parameters.put("from", ReadRunner.text(wanted.from()));
        parameters.put("to", ReadRunner.text(wanted.to()));
        return parameters;
    }
}
