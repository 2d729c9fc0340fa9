package org.macroedge.server.correlation.view;

import java.util.List;

/// A direction in which the series move together.
///
/// @param share of the variance of all series, in [0, 1]
/// @param members at most five, the largest first
public record SharedComponent(double share, List<ComponentMember> members) {}
