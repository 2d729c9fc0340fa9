package org.macroedge.server.platform.web;

import org.macroedge.server.platform.error.ProblemCode;

/// A problem as it is written (RFC 9457), for answers that no controller gives.
///
/// @param instance the path of the request
public record ProblemView(String detail, String instance, int status, String title, String type) {

    /// The problem of a code.
    public static ProblemView of(ProblemCode code, String detail, String instance) {
        return new ProblemView(detail, instance, code.status(), code.title(), code.type());
    }
}
