package org.macroedge.server.sources;

import java.nio.file.Path;
import java.util.List;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.catalogue.CatalogueLoader;

/// The series of prices that the shipped catalogue declares.
public final class DeclaredPrices {

    private static final List<PriceSeries> ALL =
            CatalogueLoader.load(Path.of("../catalogue")).prices();

    private DeclaredPrices() {}

    public static List<PriceSeries> of(String source) {
        return ALL.stream().filter(series -> series.source().equals(source)).toList();
    }

    public static PriceSeries of(String source, String symbol) {
        return of(source).stream()
                .filter(series -> series.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
