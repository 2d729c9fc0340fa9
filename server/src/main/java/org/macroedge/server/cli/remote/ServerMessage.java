package org.macroedge.server.cli.remote;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a running server could not be asked.
enum ServerMessage implements Problem {
    BROKE_OFF(Wording.of(
            ProblemCode.SERVER_FAULT,
            "the server at {address} broke off: {reason}",
            "The server ended, or its connection broke, before the whole answer came.",
            "Ask again; `doctor` says whether a server runs")),
    CHANGE_BROKE_OFF(Wording.of(
            ProblemCode.SERVER_FAULT,
            "the server at {address} broke off: {reason}",
            "The server ended, or its connection broke, before it confirmed a change.",
            "`import list` shows whether the change was made")),
    WENT_AWAY(Wording.of(
            ProblemCode.SERVER_FAULT,
            "the server at {address} does not answer",
            "The server ended while it was asked, or it hangs.",
            "Ask again; `doctor` says whether a server runs")),
    SILENT(Wording.of(
            ProblemCode.SERVER_FAULT,
            "the server at {address} accepts requests and does not answer, not even for its health",
            "Its process was stopped or hangs. What was asked for may still be done if it goes on.",
            "Let that process go on, or end it and start the server again; `doctor` names it")),
    UPLOAD_REFUSED(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "the files are larger than the server at {address} accepts in one import",
            "The files exceed the limit of uploads. None of them was sent.",
            "Raise {setting} and start the server again, or stop it and import on the command line")),
    STRANGE_ANSWER(Wording.of(
            ProblemCode.SERVER_FAULT,
            "the server at {address} answered with status {status}",
            "Another program than macro-edge listens at the address, or a proxy is in between.",
            "`doctor` says whether a server runs"));

    private final Wording wording;

    ServerMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
