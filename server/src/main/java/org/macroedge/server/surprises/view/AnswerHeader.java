package org.macroedge.server.surprises.view;

import java.time.Instant;

/// As known at which instant an answer is given.
///
/// @param stale whether the answer is for now and nothing has been released for so long that it is not today's
/// @param sampleOnly whether every figure comes from the sample
public record AnswerHeader(Instant asOf, boolean stale, boolean sampleOnly) {}
