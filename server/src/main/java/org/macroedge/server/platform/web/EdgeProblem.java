package org.macroedge.server.platform.web;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of a request that reaches no endpoint, because it is no valid HTTP or nothing handles it.
enum EdgeProblem implements Problem {
    INVALID(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The request is not valid HTTP",
            "Its first line, a header, its address or its length cannot be read, or can be read in two ways.",
            "Leave backslashes, semicolons, empty parts and parts of dots out of the address, and encode other special"
                    + " characters as %XX")),
    NOTHING_HERE(Wording.of(
            ProblemCode.NOT_FOUND,
            "Nothing exists at this address",
            "No page or endpoint has this path.",
            "The page /openapi lists the addresses of the API")),
    METHOD(Wording.of(
            ProblemCode.METHOD_NOT_ALLOWED,
            "This method is not allowed here",
            "The address does not have the request's method.",
            "The header Allow lists those that it has")),
    NOT_ACCEPTABLE(Wording.of(
            ProblemCode.NOT_ACCEPTABLE,
            "None of the accepted media types is available",
            "The header Accept leaves out the type of the answer.",
            "Accept application/json, or text/csv for exports")),
    TIMEOUT(Wording.of(
            ProblemCode.REQUEST_TIMEOUT,
            "The request did not arrive in time",
            "The connection was idle in the middle of a request, or its body came too slowly.",
            "Send it again")),
    TOO_LARGE(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "The request is too large",
            "Its body or the number of its parts is above the limit.",
            "Send less at a time")),
    LONG_ADDRESS(Wording.of(
            ProblemCode.URI_TOO_LONG,
            "The address is too long",
            "First line and headers of a request have at most 8 KB.",
            "Send fewer or shorter parameters")),
    LARGE_HEADERS(Wording.of(
            ProblemCode.REQUEST_HEADERS_TOO_LARGE,
            "The headers are too large",
            "First line and headers of a request have at most 8 KB.",
            "Send fewer or shorter headers")),
    MEDIA_TYPE(Wording.of(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "The content type or encoding is not supported",
            "The server cannot read a body of this type.",
            "See the description of the API at /openapi")),
    EXPECTATION(Wording.of(
            ProblemCode.EXPECTATION_FAILED,
            "The expectation cannot be met",
            "The header Expect has another value than 100-continue.",
            "Leave it out")),
    NOT_IMPLEMENTED(Wording.of(
            ProblemCode.NOT_IMPLEMENTED,
            "The server does not implement this",
            "The request uses a transfer coding or method that the server does not know.",
            "Send it without")),
    VERSION(Wording.of(
            ProblemCode.HTTP_VERSION_NOT_SUPPORTED,
            "This version of HTTP is not supported",
            "The first line of the request names another version than 1.0 or 1.1.",
            "Use HTTP/1.1")),
    UNAVAILABLE(Wording.of(
            ProblemCode.UNAVAILABLE,
            "The server is starting or stopping",
            "It does not take requests at this moment.",
            "Try again in some seconds")),
    INTERNAL(Wording.of(
            ProblemCode.INTERNAL,
            "The server's log has the details",
            "The request revealed a defect.",
            "Report it with the lines of the log"));

    private final Wording wording;

    EdgeProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// The problem of an HTTP status that the web server gives by itself.
    static EdgeProblem of(int status) {
        for (EdgeProblem problem : values()) {
            if (problem.code().status() == status) {
                return problem;
            }
        }
        return status < INTERNAL.code().status() ? INVALID : INTERNAL;
    }

    /// The problem as it is written.
    ///
    /// @param instance the path of the request
    ProblemView view(String instance) {
        return ProblemView.of(code(), advice(), instance);
    }
}
