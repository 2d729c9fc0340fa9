package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.server.platform.json.Codes;

/// One instrument's bias with its largest reasons.
///
/// @param sides the coverage of both sides of a currency pair, base first; empty for another instrument
/// @param parts Σ of the contributions of each category with a live signal; the parts add up to z
/// @param reasonsFor up to three contributions in the direction of z, by size; for z = 0, the positive ones
/// @param reasonsAgainst up to three contributions against it
/// @param sameInputsAs the first instrument before this one whose contributions are proportional to these by a positive
///     factor, so that both are one opinion; null where there is none, and in an answer about one instrument
/// @param drivers the three largest contributions, whatever their direction
public record BiasItem(
        String instrument,
        String name,
        @Codes(AssetClass.class) String assetClass,
        @JsonUnwrapped BiasReading reading,
        List<SideCoverage> sides,
        BiasChange change,
        Map<String, Double> parts,
        List<BiasDriver> reasonsFor,
        List<BiasDriver> reasonsAgainst,
        @Nullable String sameInputsAs,
        List<BiasDriver> drivers) {}
