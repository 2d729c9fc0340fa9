package org.macroedge.server.bias.view;

/// An indicator in force that adds nothing now: its share of the coverage, and why.
public record MissingIndicator(String indicator, double weight, String reason) {}
