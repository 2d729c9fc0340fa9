package org.macroedge.server.catalogue.view;

/// What is traded, and in which direction class it reads the data.
public record InstrumentItem(String instrument, String name, String assetClass, String directionClass) {}
