package org.macroedge.server.regime;

import java.time.Instant;
import java.util.Map;
import org.macroedge.engine.regime.RegimeStanding;
import org.macroedge.engine.vocabulary.Region;

/// Where every region stands, as an answer of now has it.
///
/// @param asOf the instant of the answer
/// @param stale whether the last release of all is more than ten days old
/// @param recordedAt the record time of the facts
/// @param catalogueHash of the catalogue that the answer is by
/// @param standings without regions that have no prints
record RegimeLook(
        Instant asOf, boolean stale, Instant recordedAt, String catalogueHash, Map<Region, RegimeStanding> standings) {

    RegimeLook {
        standings = Map.copyOf(standings);
    }
}
