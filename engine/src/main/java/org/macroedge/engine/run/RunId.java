package org.macroedge.engine.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.engine.catalogue.WeightSet;

/// The id of one computation: SHA-256, in lower-case hexadecimal, of the lines `macro-edge-run/1`, `asOf=…Z`,
/// `formula=N`, `catalogue=<hash>`, `weightSet=<id>@<version>:<hash>`, `inputs=<chain>`, each ended by a line feed.
///
/// No clock, build, host or record time is in it: the same inputs give the same id anywhere.
public record RunId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("run id \"" + value + "\" is not 64 hexadecimal digits");
        }
    }

    /// The id of a run.
    ///
    /// @param asOf in whole seconds
    /// @param catalogueHash of the catalogue in force
    /// @param chain all inputs, of which those known at asOf are used
    public static RunId of(Instant asOf, String catalogueHash, WeightSet weights, InputChain chain) {
        if (asOf.getNano() != 0) {
            throw new IllegalArgumentException("asOf " + asOf + " is finer than a second");
        }
        String lines = "macro-edge-run/1\n"
                + "asOf=" + asOf + '\n'
                + "formula=" + FormulaVersion.CURRENT + '\n'
                + "catalogue=" + catalogueHash + '\n'
                + "weightSet=" + weights.id() + '@' + weights.version() + ':' + weights.hash() + '\n'
                + "inputs=" + chain.at(asOf) + '\n';
        byte[] hash = InputChain.sha256().digest(lines.getBytes(StandardCharsets.UTF_8));
        return new RunId(HexFormat.of().formatHex(hash));
    }

    @Override
    public String toString() {
        return value;
    }
}
