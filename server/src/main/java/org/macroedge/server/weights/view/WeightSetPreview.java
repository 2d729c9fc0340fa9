package org.macroedge.server.weights.view;

import java.time.Instant;
import java.util.List;

/// What a version of a weight set would change at an instant, were it in force. Nothing is stored.
///
/// @param asOf market time
/// @param recordedAt record time of the facts
/// @param weightsPrior whether directions of the version depend on the regime of a region
/// @param against the id of the weight set that it is compared with, as it is in force
/// @param againstVersion the version of that one
/// @param againstPrior whether directions of that one depend on the regime of a region
/// @param labelsChanged how many instruments would have another label
/// @param items every instrument, in the order of every table
public record WeightSetPreview(
        Instant asOf,
        Instant recordedAt,
        String weightSet,
        int version,
        boolean weightsPrior,
        String against,
        int againstVersion,
        boolean againstPrior,
        int labelsChanged,
        List<PreviewedInstrument> items) {}
