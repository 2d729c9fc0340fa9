package org.macroedge.server.surprises.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.server.platform.json.Codes;

/// How the figures of an indicator were revised, oldest first.
///
/// @param step the smallest difference that the publisher reports
/// @param previousRefersTo what its previous figure refers to; revisions are those of a prior period alone
/// @param from first instant of the releases, inclusive
/// @param to last instant of the releases, inclusive
public record IndicatorRevisions(
        @JsonUnwrapped AnswerHeader header,
        String indicator,
        String name,
        String unit,
        BigDecimal step,
        @Codes(PreviousRefersTo.class) String previousRefersTo,
        Instant from,
        Instant to,
        List<RevisedFigure> items) {}
