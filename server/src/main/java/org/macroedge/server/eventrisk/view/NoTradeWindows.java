package org.macroedge.server.eventrisk.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.macroedge.server.surprises.view.AnswerHeader;

/// The windows without trades of an instrument that reach into a period, by the calendar as known at asOf.
///
/// @param weightsPrior whether directions of the weight set depend on the regime of a region
/// @param from inclusive
/// @param to inclusive
/// @param before minutes before each release
/// @param after minutes after each release
/// @param importance the least that counts, 1 to 3
/// @param items ascending by time; none overlaps or touches another
public record NoTradeWindows(
        @JsonUnwrapped AnswerHeader header,
        String weightSet,
        boolean weightsPrior,
        String instrument,
        Instant from,
        Instant to,
        int before,
        int after,
        int importance,
        List<NoTradeWindow> items) {}
