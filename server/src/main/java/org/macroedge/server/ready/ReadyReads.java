package org.macroedge.server.ready;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// Which requests have ready answers: the reads that are asked for most, without any parameter, in the form in which
/// ordinary clients send them. Every other request is left to the controllers, whose answer is the same.
final class ReadyReads {

    /// Their number bounds what is held.
    static final Set<String> ADDRESSES = Set.of(
            "/api/v1/bias/summary",
            "/api/v1/board",
            "/api/v1/calendar",
            "/api/v1/heatmap",
            "/api/v1/indices",
            "/api/v1/regimes");

    private static final Set<String> METHODS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    /// What programs and pages accept, where the answer is JSON without doubt.
    private static final Set<String> ACCEPTED =
            Set.of("*/*", "application/json", "application/json, */*", "application/json, text/plain, */*");

    /// Headers that a read without a body seldom has, and that the controllers know what to do with.
    private static final List<String> UNUSUAL = List.of(
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.EXPECT,
            HttpHeaders.RANGE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private ReadyReads() {}

    /// The address of a request that can have a ready answer; null for any other request.
    static @Nullable String address(HttpServletRequest request) {
        String address = request.getRequestURI();
        return request.getQueryString() == null
                        && ADDRESSES.contains(address)
                        && METHODS.contains(request.getMethod())
                        && takesJson(request)
                        && !isUnusual(request)
                ? address
                : null;
    }

    private static boolean isUnusual(HttpServletRequest request) {
        for (String name : UNUSUAL) {
            if (request.getHeader(name) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return true;
        }
        var lines = request.getHeaders(HttpHeaders.ACCEPT);
        lines.nextElement();
        return ACCEPTED.contains(accept) && !lines.hasMoreElements();
    }
}
