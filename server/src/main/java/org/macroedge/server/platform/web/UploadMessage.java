package org.macroedge.server.platform.web;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why an upload is refused before it is imported.
enum UploadMessage implements Problem {
    LONG_HEAD(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The head of a part is longer than {most} bytes",
            "A part of the request has headers that no client sends.",
            "Send each file as one part of multipart/form-data")),
    CONTROL_CHARACTERS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The head of a part, or the name of a file in it, contains control characters",
            "A name or header has bytes that a terminal would obey.",
            "Rename the file")),
    ANNOUNCED_TOO_LARGE(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "The request has {bytes:,} bytes, more than {most:,}",
            "The Content-Length exceeds the limit of uploads. Nothing of the request was read.",
            "Nothing is stored. {advice}")),
    TOO_LARGE(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "The request has more than {most:,} bytes",
            "The request exceeds the limit of uploads.",
            "Nothing is stored. {advice}")),
    TOO_MANY_PARTS(Wording.of(
            ProblemCode.UPLOAD_TOO_LARGE,
            "The request has more than {most:,} parts",
            "The request has more parts than any import of files needs.",
            "Nothing is stored. {advice}")),
    NOT_MULTIPART(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body is not valid multipart/form-data",
            "The body has another type, no boundary, or ends early.",
            "Send each file as one part of multipart/form-data"));

    private final Wording wording;

    UploadMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
