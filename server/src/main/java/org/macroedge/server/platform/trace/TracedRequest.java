package org.macroedge.server.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/// A request that a trace has. It ends when its answer has been sent, which may be after its thread has gone on.
public record TracedRequest(Span span) {

    /// The name of the attribute of a request that has it.
    public static final String ATTRIBUTE = TracedRequest.class.getName();

    /// The name of the field of a line of the log that has the id of the trace.
    public static final String LOGGED = "traceId";

    private static final int SERVER_FAULT = 500;

    /// The id of the trace, as 32 hexadecimal digits.
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    /// Ends it, by names whose number is bounded.
    ///
    /// @param route the path with the names of its variables, or `none`
    /// @param id the header `X-Request-Id` of the answer; empty where it has none
    public void end(String method, String route, int status, String id) {
        span.updateName(method + " " + route);
        span.setAttribute("http.request.method", method);
        span.setAttribute("http.route", route);
        span.setAttribute("http.response.status_code", status);
        if (!id.isEmpty()) {
            span.setAttribute("macro_edge.request.id", id);
        }
        if (status >= SERVER_FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
