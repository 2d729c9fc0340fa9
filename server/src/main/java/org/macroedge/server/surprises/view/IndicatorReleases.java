package org.macroedge.server.surprises.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;

/// An indicator's releases with their surprises, oldest first.
///
/// @param step the smallest difference that the publisher reports
/// @param consensus how far it has missed so far; shown, never used
/// @param consensusPaths what each source expected of the last release, and of the next announced one
/// @param sourceErrors how far each source has been off, the smallest mean absolute error first
public record IndicatorReleases(
        @JsonUnwrapped AnswerHeader header,
        String indicator,
        String name,
        String unit,
        BigDecimal step,
        ConsensusView consensus,
        List<ConsensusPath> consensusPaths,
        List<SourceError> sourceErrors,
        List<ReleaseItem> items) {}
