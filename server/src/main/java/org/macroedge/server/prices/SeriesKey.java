package org.macroedge.server.prices;

import org.macroedge.engine.catalogue.PriceSeries;

/// What the store knows a series by.
record SeriesKey(String instrument, String source, String symbol) {

    static SeriesKey of(PriceSeries series) {
        return new SeriesKey(series.instrument().value(), series.source(), series.symbol());
    }
}
