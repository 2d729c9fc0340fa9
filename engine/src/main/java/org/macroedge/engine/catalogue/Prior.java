package org.macroedge.engine.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A scale of surprises taken from a published study, used until ten surprises are known.
///
/// @param sigma in the indicator's unit, above 0
/// @param dataTo the last day of the data behind it: it serves only releases after that day, in UTC
public record Prior(BigDecimal sigma, LocalDate dataFrom, LocalDate dataTo, String cite) {

    public Prior {
        if (sigma.signum() <= 0) {
            throw new IllegalArgumentException("prior sigma " + sigma + " is not above 0");
        }
    }
}
