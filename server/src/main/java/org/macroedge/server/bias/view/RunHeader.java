package org.macroedge.server.bias.view;

import java.time.Instant;

/// The run that an answer belongs to.
///
/// @param stale whether the answer is for now and nothing has been released for so long that it is not today's
/// @param sampleOnly whether every figure comes from the sample
public record RunHeader(Instant asOf, String runId, String weightSet, boolean stale, boolean sampleOnly) {}
