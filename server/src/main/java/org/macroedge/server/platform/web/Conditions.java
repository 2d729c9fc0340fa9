package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;

/// Conditions of reads.
public final class Conditions {

    private static final String ANY = "*";

    private Conditions() {}

    /// Whether the client has the answer of an ETag: then status and headers of the answer are set, and nothing is
    /// left to write. `If-None-Match: *` means any answer that exists (RFC 9110, section 13.1.2), and is read here
    /// since the framework does not know it.
    public static boolean isKnown(String tag, HttpServletRequest request, HttpServletResponse response) {
        if (isNamed(tag, request)) {
            response.setHeader(HttpHeaders.ETAG, tag);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return true;
        }
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    /// Whether a condition is this ETag alone, as most are, or the star.
    private static boolean isNamed(String tag, HttpServletRequest request) {
        Enumeration<String> conditions = request.getHeaders(HttpHeaders.IF_NONE_MATCH);
        while (conditions.hasMoreElements()) {
            String condition = conditions.nextElement().strip();
            if (condition.equals(tag) || condition.equals(ANY)) {
                return true;
            }
        }
        return false;
    }
}
