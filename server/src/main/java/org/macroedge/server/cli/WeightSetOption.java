package org.macroedge.server.cli;

import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// The weight set of an answer that depends on one.
final class WeightSetOption {

    @Option(
            names = "--weight-set",
            paramLabel = "NAME",
            defaultValue = WeightedQuery.DEFAULT,
            converter = InAnyCase.class,
            description = "A weight set of the catalogue (default: ${DEFAULT-VALUE}).")
    String id = "";

    static final class InAnyCase implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            return WeightedQuery.weightSetId(text);
        }
    }
}
