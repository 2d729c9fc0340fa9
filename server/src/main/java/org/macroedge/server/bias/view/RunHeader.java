package org.macroedge.server.bias.view;

import java.time.Instant;

/// The run that an answer belongs to.
///
/// @param stale whether the answer is for now and nothing has been released for so long that it is not today's
/// @param sampleOnly whether every figure comes from the sample
/// @param formula the version of the formulas, which is not replayed: an older `recordedAt` is answered by this version
/// too
public record RunHeader(Instant asOf, String runId, String weightSet, boolean stale, boolean sampleOnly, int formula) {}
