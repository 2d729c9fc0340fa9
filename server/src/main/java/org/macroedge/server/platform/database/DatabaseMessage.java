package org.macroedge.server.platform.database;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why the database cannot be used. No message shows a password.
enum DatabaseMessage implements Problem {
    INVALID_URL(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{variable} is not a valid URL of a PostgreSQL",
            "The driver cannot read the URL.",
            "Write it like jdbc:postgresql://host/database?user=name&password=secret")),
    NO_EMBEDDED(Wording.of(
            ProblemCode.SETTING_FAULT,
            "there is no embedded PostgreSQL for {platform}",
            "macro-edge contains PostgreSQL for Linux, macOS and Windows on common processors only.",
            "Name a PostgreSQL of yours in MACRO_EDGE_DATABASE_URL")),
    EXTERNAL_SILENT(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the database does not answer: {reason}",
            "The PostgreSQL of MACRO_EDGE_DATABASE_URL does not run, or refuses the user.",
            "Is {variable} right, and does that server run?")),
    NO_SCHEMA(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the database has no schema read, in which the views for readers are made, and its user may not create one",
            "The user of MACRO_EDGE_DATABASE_URL may not create schemas, or the schema belongs to another user.",
            "Let the administrator of the database run CREATE SCHEMA read AUTHORIZATION and the name of that user")),
    NEWER_STORE(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the store has schema {found}, beside which no older version of macro-edge may work; this one has schema"
                    + " {own}",
            "A newer version was started on the database, and what this one writes would break what that one reads.",
            "Start the newer version, or restore a backup that was made before it was started")),
    EMBEDDED_SILENT(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database does not answer: {reason}",
            "The embedded PostgreSQL started and refuses connections.",
            "database.log in the home says more")),
    WRONG_PASSWORD(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database does not answer: {reason}",
            "The file with the password of the embedded database was edited or belongs to another home.",
            "database.password in the home does not hold its password. Delete that file, and the"
                    + " next start sets a new one")),
    ENDED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the database does not answer: {reason}",
            "The database ended, or its connections were broken, during the work.",
            "Try again in a moment. A change that was under way is stored as a whole or not at all")),
    FULL(Wording.of(
            ProblemCode.DISK_FULL,
            "the disk of the database is full",
            "PostgreSQL found no room for a write.",
            "Free some space and try again; what was stored before is kept")),
    ROWS_NOT_WRITTEN(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "rows could not be written: {reason}",
            "PostgreSQL refused rows of an import or of the stored history.",
            "Nothing of this change is stored. Try again when the database answers")),
    NOT_STARTED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database could not be started: {reason} ({path})",
            "PostgreSQL ended while it started.",
            "database.log in the home says more")),
    NOT_STARTED_AGAIN(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database could not be started again: {reason} ({path})",
            "It ended under a server and could not be started again.",
            "database.log in the home says more")),
    NOT_STOPPED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database could not be stopped: {reason} ({path})",
            "Its process could not be signalled, or a file could not be removed.",
            "database.log in the home says more")),
    STAYS(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database left by an earlier process does not end, processes {processes} ({path})",
            "Processes of a killed command or server still use the database.",
            "End these processes; database.log in the home says more")),
    LEFTOVER_STAYS(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database left by an earlier start does not end ({path})",
            "A killed first run left a process that still writes.",
            "End it; database.log in the home says more")),
    DAMAGED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database is damaged: PG_VERSION is missing ({path})",
            "Files of the database were removed.",
            "Restore the folder from a backup, or remove it to start with an empty store")),
    DOES_NOT_STOP(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database does not stop ({path})",
            "It did not end when told to, even by force.",
            "database.log in the home says more")),
    INTERRUPTED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database was interrupted while it {work} ({path})",
            "The process was told to stop in the middle.",
            "Try again")),
    OTHER_VERSION(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the embedded database was written by PostgreSQL {found}, and this macro-edge contains"
                    + " PostgreSQL {own} ({path})",
            "The home was made by another version of macro-edge.",
            "Open the home with the macro-edge that wrote it, or name another home with --home")),
    UNSUITABLE_PATH(Wording.of(
            ProblemCode.HOME_FAULT,
            "the path of the home directory contains a character that PostgreSQL cannot handle: one"
                    + " of {characters} ({path})",
            "PostgreSQL cannot pass such a path to its programs.",
            "Name another one with --home or MACRO_EDGE_HOME")),
    CONTROL_CHARACTER_IN_PATH(Wording.of(
            ProblemCode.HOME_FAULT,
            "the path of the home directory contains a control character ({path})",
            "PostgreSQL writes the path into files of lines, and a line end would divide it.",
            "Name another one with --home or MACRO_EDGE_HOME")),
    HOME_REMOVED(Wording.of(
            ProblemCode.HOME_FAULT,
            "the home directory was removed or replaced while the server ran",
            "The folder of the database is not the one that the server opened.",
            "Start the server again"));

    private final Wording wording;

    DatabaseMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
