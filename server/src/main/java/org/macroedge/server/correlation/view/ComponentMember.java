package org.macroedge.server.correlation.view;

/// A series with a large part in a component.
///
/// @param weight in [-1, 1]; a negative one moves against the first member
public record ComponentMember(String id, double weight) {}
