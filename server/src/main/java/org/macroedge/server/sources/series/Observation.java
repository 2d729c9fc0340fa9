package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.macroedge.engine.vocabulary.Frequency;

/// A figure of a series as its publisher gives it.
///
/// @param key the publisher's name of the series
/// @param period its first day
/// @param value in the publisher's unit
public record Observation(String key, Frequency frequency, LocalDate period, BigDecimal value) {}
