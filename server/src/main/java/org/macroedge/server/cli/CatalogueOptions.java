package org.macroedge.server.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of a read whose answer is the same at any market time and contains no time.
final class CatalogueOptions {

    @Mixin
    final HomeOptions home = new HomeOptions();

    @Mixin
    private final RecordTimeOption recordedAt = new RecordTimeOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = ReadOptions.FORMATS)
    private ReadOptions.Format format = ReadOptions.Format.TABLE;

    ReadOptions read() {
        return new ReadOptions(home, TimeOptions.of(recordedAt), format);
    }
}
