package org.macroedge.server.indices.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.macroedge.server.surprises.view.InactiveIndicator;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// One index down to each release; the contributions add up to z.
///
/// @param weightSet the set whose importance, stages and correlations hold
/// @param halfLives in days, by frequency
/// @param clip the size beyond which z no longer counts more
public record IndexExplanation(
        @JsonUnwrapped IndexHeader header,
        @JsonUnwrapped IndexItem item,
        String weightSet,
        Map<String, Double> halfLives,
        double clip,
        List<ReleaseContribution> contributions,
        List<InactiveIndicator> missing) {}
