package org.macroedge.server.ready;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// A request for the whole answer: without the condition under which the client that asked first wants it.
final class WholeAnswerRequest extends HttpServletRequestWrapper {

    WholeAnswerRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isCondition(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isCondition(String name) {
        return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH);
    }
}
