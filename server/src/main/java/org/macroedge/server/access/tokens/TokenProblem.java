package org.macroedge.server.access.tokens;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a token is not accepted.
enum TokenProblem implements Problem {
    UNREADABLE(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token is no signed JSON Web Token",
            "It is cut off, has no signature, or its parts are not what a token has.",
            "Send the access token as the issuer gave it")),
    SIGNATURE(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The signature of the token is not one of {issuer}",
            "Another issuer signed it, or one of its keys that is withdrawn, or it was changed.",
            "Sign in again at {issuer}")),
    OTHER_ISSUER(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token was not issued by {issuer}",
            "The claim iss names another issuer than the server trusts, or is missing.",
            "Sign in at {issuer}")),
    OTHER_AUDIENCE(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token is not for this server",
            "The claim aud does not contain the audience of the server, or is missing.",
            "Ask {issuer} for a token for {audience}")),
    EXPIRED(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token expired at {expiresAt}",
            "A token is accepted until its claim exp, and for the tolerated difference of clocks after it.",
            "Sign in again")),
    ENDLESS(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token does not expire",
            "The claim exp is missing.",
            "Ask {issuer} for a token that expires")),
    NOT_YET(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token is valid from {notBefore} on",
            "Its claim nbf or iat lies ahead by more than the tolerated difference of clocks.",
            "Wait until then, or compare the clocks of this server and of {issuer}")),
    NOBODY(Wording.of(
            ProblemCode.UNAUTHORIZED,
            "The token does not say whom it was issued to",
            "The claim sub is missing or blank.",
            "Ask {issuer} for a token of a person or a program")),
    NO_ROLE(Wording.of(
            ProblemCode.FORBIDDEN,
            "{caller} has no role here",
            "The claim {claim} of the token names none of the roles viewer, analyst and admin.",
            "Ask an administrator of {issuer} to put a role into the claim {claim}")),
    ISSUER_SILENT(Wording.of(
            ProblemCode.UNAVAILABLE,
            "{issuer} does not give the keys by which tokens are checked: {reason}",
            "The issuer cannot be reached, answers with an error, or calls itself otherwise.",
            "Try again in some seconds; an API key works meanwhile"));

    private final Wording wording;

    TokenProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
