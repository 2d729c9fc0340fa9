package org.macroedge.server.releases.importing;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why an import or an undo is refused.
enum ImportMessage implements Problem {
    TOO_MANY_FAULTS(Wording.of(
            ProblemCode.FILE_FAULT,
            "More than {most:,} rows cannot be read. The last fault: {message} ({place})",
            "So many rows have another form than the profile says that the profile is probably the wrong one.",
            "Nothing was stored. Check that the profile is the right one for these files")),
    TOO_LONG_FAULTS(Wording.of(
            ProblemCode.FILE_FAULT,
            "Rows of more than {most:,} letters cannot be read. The last fault: {message} ({place})",
            "The rows that cannot be read hold so much text that the profile is probably the wrong one.",
            "Nothing was stored. Check that the profile is the right one for these files")),
    TOO_MANY_ROWS_OF_INDICATOR(Wording.of(
            ProblemCode.FILE_FAULT,
            "More than {most:,} rows are about {indicator} ({place})",
            "No calendar has so many rows of one indicator; most often the rows of a file are repeated.",
            "Nothing was stored. Check where the files come from, or import them in several steps")),
    CATALOGUE_EDITED(Wording.of(
            ProblemCode.CATALOGUE_CHANGED,
            "The catalogue was edited while the files were read",
            "Files are read before an import has its turn. An edit of the catalogue came into force in between.",
            "Nothing was stored. Import the files again")),
    CANCELLED(Wording.of(
            ProblemCode.IMPORT_CANCELLED,
            "The import was cancelled",
            "Its sender cancelled it, or closed the connection before the end.",
            "Nothing was stored. Import the files again if you need them")),
    UNKNOWN_BATCH(Wording.of(
            ProblemCode.UNKNOWN_BATCH,
            "No import has the number {batch}",
            "No batch has this number, or it is an undo itself.",
            "`import list` shows all imports")),
    BATCH_OF_CATALOGUE(Wording.of(
            ProblemCode.BATCH_OF_CATALOGUE,
            "Batch {batch} is not an import: it moved releases to the release times of an edited catalogue",
            "A batch of the catalogue cannot be undone, because the store would contradict the catalogue.",
            "To move them back, restore the release times in the catalogue")),
    ALREADY_UNDONE(Wording.of(
            ProblemCode.BATCH_ALREADY_UNDONE,
            "Import {batch} was already undone by batch {undo}",
            "A batch can be undone once.",
            "To restore its rows, import the files again"));

    private final Wording wording;

    ImportMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
