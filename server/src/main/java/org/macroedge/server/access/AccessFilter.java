package org.macroedge.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.web.ProblemView;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests from foreign pages, gives each request an id, and tells browsers what a page may load.
@ServerOnly
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessFilter extends OncePerRequestFilter {

    /// Styles are inline because the controls and the charts add style elements; scripts never are.
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String TRACE = "TRACE";

    private static final String REFUSAL = "This server accepts requests only from its own page and from programs on "
            + "this machine. Open it at http://127.0.0.1 with its port";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Request-Id", UUID.randomUUID().toString());
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (isLocal(request) && !FetchSite.isForeign(request)) {
            chain.doFilter(request.getMethod().equals(TRACE) ? new Untraced(request) : request, response);
        } else {
            refuse(request, response);
        }
    }

    /// Host and Origin must name this server, and so must the address of a request that is sent as to a proxy, which
    /// counts more than Host.
    private static boolean isLocal(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return LocalRequests.allowed(host, request.getHeader("Origin"))
                && LocalRequests.isOwn(String.valueOf(host), request.getLocalPort())
                && LocalRequests.isOwn(request.getServerName() + ":" + request.getServerPort(), request.getLocalPort())
                && request.getScheme().equals("http");
    }

    /// A TRACE under a name that no servlet answers by itself. The answer to TRACE would repeat the request with its
    /// headers; like any other method that an address does not have, it gets status 405.
    private static final class Untraced extends HttpServletRequestWrapper {

        private Untraced(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return TRACE.toLowerCase(Locale.ROOT);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemCode code = ProblemCode.FORBIDDEN_ORIGIN;
        response.setStatus(code.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(Json.line(ProblemView.of(code, REFUSAL, request.getRequestURI())));
    }
}
