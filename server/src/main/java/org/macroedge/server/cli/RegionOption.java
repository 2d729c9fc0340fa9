package org.macroedge.server.cli;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import picocli.CommandLine.Option;

/// The one region of an answer that has several.
final class RegionOption {

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = RegionConverter.class,
            description = "One region alone: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Region region;

    /// As a parameter of a request; null where none was given.
    @Nullable
    String code() {
        return region == null ? null : region.code();
    }
}
