package org.macroedge.server.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.exports.BrokerSymbols;
import org.macroedge.server.exports.FormNames;
import picocli.CommandLine.Option;

/// What a broker calls the instruments of an export for MetaTrader.
final class BrokerOptions {

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOLS",
            description = "With --dialect metatrader: what the broker calls instruments, such as"
                    + " EURUSD:EURUSD.r,XAUUSD:GOLD (default: their ids).")
    private @Nullable String symbols;

    @Option(
            names = "--symbol-suffix",
            paramLabel = "SUFFIX",
            description = "With --dialect metatrader: what the broker adds to the id of every other instrument, such as"
                    + " .r.")
    private @Nullable String suffix;

    BrokerSymbols symbols() {
        return BrokerSymbols.of(FormNames.COMMAND, symbols, suffix);
    }

    void addTo(Map<String, @Nullable String> parameters) {
        parameters.put("symbols", symbols);
        parameters.put("symbolSuffix", suffix);
    }
}
