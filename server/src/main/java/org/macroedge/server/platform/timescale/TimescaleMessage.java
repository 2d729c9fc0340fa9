package org.macroedge.server.platform.timescale;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a store cannot use TimescaleDB.
public enum TimescaleMessage implements Problem {
    LACKING(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{variable}={demanded}, and the server of the database has profile {found} only",
            "The server has no TimescaleDB in this database, or has it under the Apache licence"
                    + " (timescaledb.license).",
            "Leave the variable out, or let the administrator of the server install what is missing")),
    NOT_INSTALLED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the server of the database does not have TimescaleDB",
            "The extension is not installed on the server; the embedded PostgreSQL never has it.",
            "Install it on the server of MACRO_EDGE_DATABASE_URL, add it to shared_preload_libraries, and start that"
                    + " server again")),
    NOT_CREATED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the extension TimescaleDB cannot be created in the database: {reason}",
            "The user may not create extensions, or the server does not preload the library.",
            "Let the administrator of the server run CREATE EXTENSION timescaledb in this database")),
    BUSY(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the store cannot be moved to TimescaleDB while a table of it is in use",
            "Another program read or wrote the table for ten seconds.",
            "Stop servers and readers of this database, and repeat the command: it goes on where it stopped")),
    LOST(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the store has lost what it kept in TimescaleDB: {objects}",
            "The extension was dropped from the database, or tables or views of the store were, and rows of the stored"
                    + " history with them. The facts are not affected.",
            "Stop the servers of this database, and run `database timescale`: it makes them again, and the stored"
                    + " history from the facts")),
    MOVING(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the store is being moved to TimescaleDB",
            "A `database timescale` over the same database has not ended.",
            "Try again when it has ended")),
    IN_USE(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the store cannot be moved to TimescaleDB while servers or commands of it run",
            "Another process of macro-edge has a connection to the same database. It would go on as before the move.",
            "Stop every server of this database, on all machines, and repeat the command")),
    FAILED(Wording.of(
            ProblemCode.DATABASE_FAULT,
            "the store cannot be moved to TimescaleDB: {reason}",
            "The server refused a step, or ended.",
            "Remove the cause, and repeat the command: it goes on where it stopped"));

    private final Wording wording;

    TimescaleMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
