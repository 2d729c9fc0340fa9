package org.macroedge.server.stream.view;

import java.math.BigDecimal;
import java.time.Instant;

/// A release with its figure.
///
/// @param actual the first print that counts, in the indicator's unit
public record ReleasedFigure(String releaseId, String indicator, Instant releasedAt, BigDecimal actual) {}
