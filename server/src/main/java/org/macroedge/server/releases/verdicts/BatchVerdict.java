package org.macroedge.server.releases.verdicts;

import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.releases.StatedVerdict;

/// What a batch of kind `statement` states.
///
/// @param releaseId the id that the release had then
public record BatchVerdict(
        String releaseId, @Codes(StatedVerdict.class) String statement, String reason, String author) {}
