package org.macroedge.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.ProblemView;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests from foreign pages and from callers that it does not know, gives each request an id, and tells
/// browsers what a page may load.
@ServerOnly
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessFilter extends OncePerRequestFilter {

    /// Styles are inline because the controls and the charts add style elements; scripts never are.
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String API = "/api";

    private final Callers callers;

    AccessFilter(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Request-Id", UUID.randomUUID().toString());
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        HttpServletRequest admitted;
        try {
            admitted = admitted(request);
        } catch (MacroEdgeException refusal) {
            refuse(request, response, refusal);
            return;
        }
        chain.doFilter(admitted, response);
    }

    /// The page, the description of the API and the state of the server's health are for everyone; what else there is
    /// needs a caller, an address that nothing answers included.
    private HttpServletRequest admitted(HttpServletRequest request) {
        Origins origins = callers.origins();
        if (!origins.accept(request)) {
            throw origins.refusal().exception();
        }
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty() && isOfApi(request.getServletPath())) {
            throw AccessProblem.NO_CREDENTIALS.exception();
        }
        return new CalledRequest(request, caller);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        try {
            return callers.of(request);
        } catch (DataAccessException fault) {
            throw DatabaseFaults.of(fault).orElseThrow(() -> fault);
        }
    }

    private static boolean isOfApi(String path) {
        return path.equals(API) || path.startsWith(API + "/");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, MacroEdgeException refusal)
            throws IOException {
        ProblemCode code = refusal.code();
        if (code == ProblemCode.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
        }
        response.setStatus(code.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String detail = String.valueOf(refusal.getMessage());
        response.getOutputStream().write(Json.line(ProblemView.of(code, detail, request.getRequestURI())));
    }

    /// RFC 6750, section 3: an error is named only where something was sent.
    private static String challenge(HttpServletRequest request) {
        String challenge = "Bearer realm=\"macro-edge\"";
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? challenge
                : challenge + ", error=\"invalid_token\"";
    }
}
