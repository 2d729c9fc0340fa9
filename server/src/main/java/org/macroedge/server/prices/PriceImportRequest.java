package org.macroedge.server.prices;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.prices.profile.PriceProfile;
import org.macroedge.server.releases.profile.CalendarFile;

/// Files of prices to import as one batch.
///
/// @param profileName as the batch records it
/// @param instrument to which the files belong; null where they or the catalogue say it
/// @param dryRun whether to report what would happen and store nothing
public record PriceImportRequest(
        String profileName,
        PriceProfile profile,
        List<CalendarFile> files,
        @Nullable String instrument,
        boolean dryRun) {}
