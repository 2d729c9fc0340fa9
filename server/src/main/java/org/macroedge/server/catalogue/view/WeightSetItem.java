package org.macroedge.server.catalogue.view;

import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.server.platform.json.Codes;

/// A weight set, and what it covers.
///
/// @param hash SHA-256 of the table as parsed; answers computed by an equal table have an equal hash
/// @param weightsPrior whether directions depend on the regime of a region: such directions are
/// declared, not measured
/// @param mode `latest`, where the last signal of an indicator counts, or `sum`
/// @param halfLives in days, by frequency
/// @param clip the size beyond which z no longer counts more
/// @param importance the weights of importance 1, 2 and 3
/// @param stages the factor of each stage
/// @param indicators how many of the catalogue's indicators have a weight for some instrument
/// @param instruments those with a weight for some indicator
/// @param without the instruments that it gives no weight: their reason is always `no-weights`
public record WeightSetItem(
        String id,
        int version,
        String hash,
        boolean weightsPrior,
        @Codes(SignalMode.class) String mode,
        Map<String, Double> halfLives,
        double clip,
        List<Double> importance,
        Map<String, Double> stages,
        int indicators,
        List<String> instruments,
        List<String> without) {}
