package org.macroedge.server.releases.intake;

import org.jspecify.annotations.Nullable;

/// Something that looks wrong in what was imported, or that was repaired.
///
/// @param detail what distinguishes it from others of its kind, as in `+1 h`; empty where nothing does
/// @param count how many rows or releases
/// @param firstFile the name of the file of the first
/// @param firstLine its line, from 1; 0 where it is the file as a whole
/// @param field the field of a profile or of the catalogue that settles it; null where none does
public record Finding(
        FindingKind kind,
        String detail,
        long count,
        String firstFile,
        long firstLine,
        @Nullable String field) {

    /// With the count of another of this kind, whose first stands later.
    public Finding plus(Finding later) {
        return new Finding(kind, detail, count + later.count, firstFile, firstLine, field);
    }

    /// Under another detail.
    public Finding detailed(String other) {
        return new Finding(kind, other, count, firstFile, firstLine, field);
    }
}
