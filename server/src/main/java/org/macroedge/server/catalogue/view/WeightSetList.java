package org.macroedge.server.catalogue.view;

import java.util.List;

/// Every weight set, in alphabetical order.
public record WeightSetList(List<WeightSetItem> items) {}
