package org.macroedge.server.prices;

import java.time.LocalDate;
import org.macroedge.server.prices.profile.Bar;

/// A row of table `price`.
///
/// @param batch that brought it first
record StoredPrice(long number, LocalDate date, Bar bar, long batch) {}
