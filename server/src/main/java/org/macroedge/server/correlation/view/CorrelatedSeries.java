package org.macroedge.server.correlation.view;

/// A series of a correlation matrix.
///
/// @param id of an instrument, an index or an indicator
/// @param observations rows in which it has a value
public record CorrelatedSeries(String id, String name, int observations) {}
