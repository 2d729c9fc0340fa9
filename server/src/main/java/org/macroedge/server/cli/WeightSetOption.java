package org.macroedge.server.cli;

import picocli.CommandLine.Option;

/// The weight set of an answer that depends on one.
final class WeightSetOption {

    @Option(
            names = "--weight-set",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "A weight set of the catalogue (default: ${DEFAULT-VALUE}).")
    String id = "";
}
