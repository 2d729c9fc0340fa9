package org.macroedge.server.eventrisk.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.view.AnswerHeader;

/// Whether a release that matters for an instrument is near, by the calendar as known at asOf.
///
/// @param weightsPrior whether directions of the weight set depend on the regime of a region
/// @param before minutes before a release that count as near
/// @param after minutes after a release that count as near
/// @param importance the least that counts, 1 to 3
/// @param atRisk whether `releases` has one
/// @param releases that are near or due, ascending by time
/// @param unscheduled how many indicators that matter have no scheduled release in the next 100 days: their releases
/// are expected about their usual time, or not known at all
/// @param next the first one after asOf, at most seven days ahead; null where none is known
public record EventRisk(
        @JsonUnwrapped AnswerHeader header,
        String weightSet,
        boolean weightsPrior,
        String instrument,
        int before,
        int after,
        int importance,
        boolean atRisk,
        List<RiskRelease> releases,
        int unscheduled,
        @Nullable RiskRelease next) {}
