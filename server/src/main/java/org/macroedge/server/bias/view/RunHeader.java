package org.macroedge.server.bias.view;

import java.time.Instant;

/// The run that an answer belongs to.
///
/// @param weightsPrior whether directions of the weight set depend on the regime of a region:
/// such directions are declared, not measured
/// @param stale whether the answer is for now and nothing has been released for so long that it is not today's
/// @param sampleOnly whether every figure comes from the sample
/// @param formula the version of the formulas, which is not replayed: an older `recordedAt` is answered by this version
/// too
public record RunHeader(
        Instant asOf,
        String runId,
        String weightSet,
        boolean weightsPrior,
        boolean stale,
        boolean sampleOnly,
        int formula) {}
