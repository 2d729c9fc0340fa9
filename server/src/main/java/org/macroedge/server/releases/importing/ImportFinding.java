package org.macroedge.server.releases.importing;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.Finding;

/// Something that looks wrong in what was imported, or that was repaired.
///
/// @param kind its code, such as `clock-offset`
/// @param detail what distinguishes it from others of its kind, as in `+1 h`; empty where nothing does
/// @param count of rows or releases
/// @param firstFile of the first
/// @param firstLine of the first, from 1; 0 for the file as a whole
/// @param field of a profile or of the catalogue that settles it; null where none does
public record ImportFinding(
        String kind,
        String detail,
        long count,
        String firstFile,
        long firstLine,
        @Nullable String field) {

    public static ImportFinding of(Finding finding) {
        return new ImportFinding(
                finding.kind().code(),
                finding.detail(),
                finding.count(),
                finding.firstFile(),
                finding.firstLine(),
                finding.field());
    }
}
