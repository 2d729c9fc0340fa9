package org.macroedge.server.indices.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// Every index at one instant, in the order of the catalogue.
public record IndexList(@JsonUnwrapped IndexHeader header, List<IndexItem> items) {}
