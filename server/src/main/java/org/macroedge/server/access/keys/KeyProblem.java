package org.macroedge.server.access.keys;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a key is not accepted, or cannot be created or revoked. What was sent is never shown.
enum KeyProblem implements Problem {
    UNKNOWN_KEY(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "This server does not know the key",
            "The text is no key of this server: it was cut off, misspelt, or made by another server.",
            "Check that all 76 characters were sent, from me_ on; `keys list` shows the keys of a server")),
    EXPIRED_KEY(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "Key {id} expired at {expiresAt}",
            "A key is accepted until its expiry.",
            "Ask an administrator for another; `keys create` makes one")),
    REVOKED_KEY(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "Key {id} was revoked at {revokedAt}",
            "An administrator has revoked the key.",
            "Ask an administrator for another; `keys create` makes one")),
    NO_SUCH_KEY(Wording.of(
            ProblemCode.UNKNOWN_KEY,
            "Key \"{id}\" does not exist",
            "No key of this server has this id.",
            "`keys list` shows the ids of all keys")),
    REVOKED_ALREADY(Wording.of(
            ProblemCode.KEY_REVOKED,
            "Key {id} is already revoked",
            "A key is revoked once, for good.",
            "Nothing is left to do")),
    NAME_FORM(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "A key needs a name of 1 to {most} letters, digits, blanks or . _ @ + -",
            "The name is missing or too long, has another character, or begins with one that is no letter or digit.",
            "Say who or what the key is for, such as \"nightly notebook\""));

    private final Wording wording;

    KeyProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
