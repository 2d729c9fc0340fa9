package org.macroedge.server.prices.profile;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.macroedge.engine.catalogue.PriceSeries;

/// The prices of a day in a file, and where they stand.
///
/// @param line from 1
/// @param raw gives the row word for word
public record PriceRow(PriceSeries series, LocalDate date, Bar bar, String file, long line, Supplier<String> raw) {}
