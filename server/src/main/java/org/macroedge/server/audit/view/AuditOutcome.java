package org.macroedge.server.audit.view;

import org.macroedge.engine.vocabulary.Coded;

/// What became of a change.
public enum AuditOutcome implements Coded {
    /// It was made.
    DONE,
    /// It was refused: the caller, what it sent, or the state of what it is about did not allow it.
    REFUSED,
    /// The server or its database failed.
    FAILED;

    private static final int REFUSALS = 400;
    private static final int FAULTS = 500;

    /// By the status of the answer.
    public static AuditOutcome of(int status) {
        if (status < REFUSALS) {
            return DONE;
        }
        return status < FAULTS ? REFUSED : FAILED;
    }
}
