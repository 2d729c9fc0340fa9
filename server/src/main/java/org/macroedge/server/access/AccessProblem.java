package org.macroedge.server.access;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a request is refused before its parameters are looked at.
enum AccessProblem implements Problem {
    FOREIGN(Wording.of(
            ProblemCode.FORBIDDEN_ORIGIN,
            "This server accepts requests only from its own page and from programs on this machine",
            "The request comes from a page of another site, or names another host or port than the server's.",
            "Open it at http://127.0.0.1 with its port")),
    FOREIGN_PAGE(Wording.of(
            ProblemCode.FORBIDDEN_ORIGIN,
            "This server accepts requests from its own page and from programs, not from pages of other sites",
            "The header Origin or Sec-Fetch-Site names another site than Host does.",
            "A proxy in front of the server must pass the header Host on as it is")),
    NO_CREDENTIALS(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "This server needs to know who asks",
            "The server is in secured mode, and the request has no header Authorization.",
            "Send the header Authorization: Bearer with a key or token; an administrator makes a key with"
                    + " `keys create`")),
    NOT_BEARER(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The header Authorization cannot be read",
            "It is there more than once, has another scheme than Bearer, or nothing after it.",
            "Send it once, as Bearer with a blank and a key or token")),
    ROLE(Wording.of(
            ProblemCode.FORBIDDEN,
            "{caller} has the role {role}; this operation needs {needed}",
            "What the request asks for is for holders of a higher role.",
            "Ask an administrator for that role"));

    private final Wording wording;

    AccessProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
