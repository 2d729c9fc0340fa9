package org.macroedge.server.platform.telemetry;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.springframework.web.servlet.HandlerMapping;

/// A request that was answered, by names whose number is bounded.
///
/// @param method of HTTP, or `other`
/// @param route the path with the names of its variables, as in `/api/v1/bias/{instrument}`; `none` where the request
/// came to nothing that has one
/// @param status of the answer; 0 where none was sent
/// @param nanos from the end of the request's head to the last byte of the answer
record AnsweredRequest(String method, String route, int status, long nanos) {

    static final String ROUTE = AnsweredRequest.class.getName() + ".route";

    private static final String NO_ROUTE = "none";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    static AnsweredRequest of(Request request, Response response) {
        return new AnsweredRequest(
                METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                route(request),
                response.getStatus(),
                NanoTime.since(request.getHeadersNanoTime()));
    }

    private static String route(Request request) {
        Object named = request.getAttribute(ROUTE);
        Object route = named == null ? request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) : named;
        return route instanceof String text ? text : NO_ROUTE;
    }
}
