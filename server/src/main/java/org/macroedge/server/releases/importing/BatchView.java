package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.verdicts.BatchVerdict;

/// One batch, as listed.
///
/// @param moved how many releases an edited catalogue moved; null for all other kinds
/// @param verdict what a person stated about a release; null for all other kinds
/// @param undoneBy the batch that undid it; null while it is in force
/// @param undoes the batch that it undid; null unless it is an undo
public record BatchView(
        long batch,
        Instant recordedAt,
        @Codes(BatchKind.class) String kind,
        @Nullable String profile,
        @Nullable String source,
        List<String> files,
        @Nullable ImportCounts counts,
        @Nullable Integer moved,
        @Nullable BatchVerdict verdict,
        @Nullable Long undoneBy,
        @Nullable Long undoes) {}
