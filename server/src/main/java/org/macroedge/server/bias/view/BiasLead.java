package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The release that is the largest reason of most biases, and what the scores would be without it.
///
/// @param rows how many biases it leads; biases with the same inputs count once
/// @param of how many biases have a label and a reason; biases with the same inputs count once
/// @param without the scores as if it had been as expected, in the order of the items
public record BiasLead(
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        String releaseId,
        Instant releasedAt,
        int rows,
        int of,
        List<BiasWithoutLead> without) {}
