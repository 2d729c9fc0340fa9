package org.macroedge.server.prices.profile;

import java.time.LocalDate;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.RowFault;

/// Receives what files of prices say, in the order of their rows. Every row gives one of the first four.
public interface PriceConsumer {

    /// The prices of a day.
    void price(PriceRow row);

    /// A day that the file says has no close.
    void closed(PriceSeries series, LocalDate date);

    /// A row of an instrument that the catalogue does not have.
    void unmapped(String instrument);

    /// A row that cannot be read.
    void fault(RowFault fault);

    /// Something that looks wrong beside the rows.
    void finding(Finding finding);
}
