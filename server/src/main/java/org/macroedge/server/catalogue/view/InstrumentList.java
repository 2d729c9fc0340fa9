package org.macroedge.server.catalogue.view;

import java.util.List;

/// Every instrument, in the catalogue's order.
public record InstrumentList(List<InstrumentItem> items) {}
