package org.macroedge.server.exports.scheduled;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why exports cannot be scheduled or written.
enum ScheduledExportMessage implements Problem {
    FAULTY_FILE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{variable} names a file that cannot be used: {fault}",
            "The file of scheduled exports has a fault, whose line and field the message names.",
            "Correct it, or what it names, and start again")),
    NO_FILE(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "{file} of a scheduled export cannot be written: something that is no export has its name",
            "A folder, a link to nothing or an empty file stands there.",
            "Remove it, and run the job again")),
    FAULTY_FOLDER(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "the folder {folder} of a scheduled export cannot be used: {reason}",
            "The folder is not there or its disk is not mounted, the server has no right to write there, or the disk is"
                    + " full.",
            "Create the folder, correct its rights, or free some space; `jobs run {job}` then writes the file that was"
                    + " due last"));

    private final Wording wording;

    ScheduledExportMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
