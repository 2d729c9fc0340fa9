package org.macroedge.server.cli.tables;

import java.util.Collection;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.server.cli.page.Page;

/// What a reader must know about a class of instruments before trading on its bias.
final class Limits {

    private Limits() {}

    /// Says it for each of these classes.
    static void print(Page page, Collection<String> classes) {
        if (classes.contains(AssetClass.EQUITY_INDEX.code())) {
            page.text("Equity indices: measured on 2012 to 2021, the news has no link with their price (correlation"
                    + " 0.00). The score says what the data were, not what the index does.");
        }
        if (classes.contains(AssetClass.GOVERNMENT_BOND.code())) {
            page.text("Government bonds: the bias of the price; that of the yield is the opposite.");
        }
    }
}
