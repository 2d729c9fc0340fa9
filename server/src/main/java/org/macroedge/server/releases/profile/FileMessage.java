package org.macroedge.server.releases.profile;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a file cannot be imported.
enum FileMessage implements Problem {
    NOT_A_TABLE(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} {fault} ({place})",
            "The file is not a table of the layout that the profile describes. The list of files"
                    + " below has every {fault}.",
            "Nothing of this import is stored. Repair the file, or name another profile, and import again")),
    INVALID_NAME(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The file name \"{name}\" is not valid",
            "The name of an uploaded file is empty, too long or not that of a file in a folder.",
            "A name has 1 to {most} letters, and no control characters, slashes or backslashes")),
    SLOW_TITLE_PATTERN(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "titlePattern takes too long on the title \"{title}\"",
            "A pattern with repetitions inside repetitions tries the same letters again and again.",
            "Write the pattern without nested repetitions")),
    MISSING(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} does not exist ({place})",
            "The file was removed after its path was read.",
            "Nothing of this import is stored. Repair the file, or name another profile, and import again")),
    UNREADABLE(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} cannot be read ({place})",
            "The file may not be read, or its disk reports an error.",
            "Nothing of this import is stored. Repair the file, or name another profile, and import again")),
    NO_ROW_FITS(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} does not fit the profile: none of its rows can be read. The first: {message} ({place})",
            "All rows have another form than the profile says, which is hardly the fault of the rows.",
            "Nothing of this import is stored. Repair the file, or name another profile, and import again")),
    NO_CAPTURE(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} has no time in its name that fits the pattern of captured ({place})",
            "The profile takes the time of capture from the name of the file, and the name has none.",
            "Nothing of this import is stored. Repair the file, or name another profile, and import again")),
    FUTURE_CAPTURE(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} was captured in the future, by its name: {instant} ({place})",
            "The time in the name of the file is later than now.",
            "Nothing of this import is stored. Repair the file, or name another profile, and import again"));

    private final Wording wording;

    FileMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
