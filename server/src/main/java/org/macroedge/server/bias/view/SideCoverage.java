package org.macroedge.server.bias.view;

/// How much of the weight of one side of a currency pair has a live signal, in [0, 1].
///
/// @param currency its code, for example USD
public record SideCoverage(String currency, double coverage) {}
