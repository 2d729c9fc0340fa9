package org.macroedge.server.access.limits;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a request is not taken now.
enum LimitProblem implements Problem {
    CALLER(Wording.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "{caller} sends more requests than this server takes from one caller",
            "Each key, and each subject of a token, has a limit (MACRO_EDGE_LIMIT_CALLERS); a change counts as five"
                    + " reads.",
            "Send it again after {seconds:,} s; the header RateLimit of each answer says how many are left")),
    STRANGER(Wording.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "{address} sends more requests without a key than this server takes from one address",
            "Each address has a limit for requests that do not say who sends them (MACRO_EDGE_LIMIT_STRANGERS).",
            "Send it again after {seconds:,} s, or send a key or token")),
    FAILURES(Wording.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "{address} sends too many keys or tokens that this server does not accept",
            "Each address has a limit for them (MACRO_EDGE_LIMIT_FAILURES); those that are accepted do not count.",
            "Correct the key or token and send it again after {seconds:,} s"));

    private final Wording wording;

    LimitProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
