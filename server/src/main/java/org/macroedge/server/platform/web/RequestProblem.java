package org.macroedge.server.platform.web;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of a request that does not have the form which the description of the API states.
enum RequestProblem implements Problem {
    UNKNOWN_PARAMETER(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Parameter \"{name}\" does not exist here",
            "The address has no parameter or part of this name; names are written as in the description of the API.",
            "Did you mean {nearest}? The parameters are {all}")),
    UNKNOWN_PARAMETER_UNLIKE_ANY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Parameter \"{name}\" does not exist here",
            "The address has no parameter or part of this name or a similar one.",
            "The parameters are {all}")),
    NO_PARAMETERS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Parameter \"{name}\" does not exist here",
            "The address has no parameters at all.",
            "This address has no parameters")),
    REPEATED_PARAMETER(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Parameter {name} appears {times} times",
            "Only one of its values could count.",
            "Use it once")),
    REPEATED_INSTANT(Wording.of(
            ProblemCode.INVALID_INSTANT,
            "Parameter {name} appears {times} times",
            "Only one of its values could count.",
            "Use it once")),
    REPEATED_HEADER(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Header {name} appears {times} times",
            "Only one of its values could count.",
            "Send it once")),
    FILE_AS_TEXT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Part {name} is not sent as a file",
            "It stands in the address, or is a field of the form without a file name.",
            "Send it as a part with a file name")),
    TEXT_AS_FILE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Parameter {name} is sent as a file",
            "Its part of the form has a file name.",
            "Send it in the address, or as a field without a file name")),
    ENCODED_BODY(Wording.of(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "The body is encoded as {encoding}",
            "Bodies are read as they are.",
            "Send the body without a Content-Encoding; a file in it may be compressed")),
    EMPTY_PARAMETER(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Parameter {name} is empty",
            "An empty parameter is not taken for its default.",
            "Leave it out, or give it a value")),
    EMPTY_INSTANT(Wording.of(
            ProblemCode.INVALID_INSTANT,
            "Parameter {name} is empty",
            "An empty time is not taken for now.",
            "Leave it out, or give it a value")),
    UNKNOWN_FIELD(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Field \"{name}\" does not exist",
            "The body has a key that is not part of its shape.",
            "The fields are {all}")),
    REPEATED_FIELD(Wording.of(
            ProblemCode.INVALID_REQUEST, "Field {name} appears twice", "Only one value could count.", "Use it once")),
    FIELD_TYPE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Field {name} has a value of another type",
            "For example, a number stands where a text is expected.",
            "See the description of the API at /openapi")),
    NOT_JSON(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body is not valid JSON",
            "The body is empty, is cut off, or has text after its end.",
            "Send one JSON object with the fields {all}")),
    BROKEN_BODY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body did not arrive as it was announced",
            "A chunk of it has another length than it says, or the connection ended within it.",
            "Send one JSON object with the fields {all}, with its Content-Length or in whole chunks")),
    INTERNAL(Wording.of(
            ProblemCode.INTERNAL,
            "Internal error in request {id}",
            "Something happened that macro-edge does not expect: a fault of the program.",
            "The server's log has the details under this id")),
    UNWANTED_BODY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "This address takes no body",
            "The request has a body, and nothing reads it.",
            "Send it without a body")),
    NO_OBJECT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body is not a JSON object",
            "The body is an array, a text, a number or null.",
            "Send one JSON object with the fields {all}")),
    TOO_MANY_FILES(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "The request has more than {most:,} parts called {name}",
            "A request has a limited number of parts.",
            "Import the files in several steps")),
    LONG_BODY(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "The body is longer than {bytes:,} bytes",
            "No request of this kind needs as much.",
            "Send a shorter one"));

    private final Wording wording;

    RequestProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
