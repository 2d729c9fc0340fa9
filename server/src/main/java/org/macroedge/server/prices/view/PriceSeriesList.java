package org.macroedge.server.prices.view;

import java.util.List;

/// Every series of prices that is known, by instrument; the first of each instrument is the one that counts.
public record PriceSeriesList(List<PriceSeriesItem> items) {}
