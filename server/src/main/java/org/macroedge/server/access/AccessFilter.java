package org.macroedge.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macroedge.server.access.limits.ClientAddresses;
import org.macroedge.server.access.limits.RequestLimits;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.Operations;
import org.macroedge.server.platform.web.ProblemView;
import org.macroedge.server.platform.web.ServerPaths;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Refuses requests from foreign pages, from callers that it does not know and from those that send too many, gives
/// each request an id, and tells browsers what a page may load.
@ServerOnly
@Order(ReadAccess.FILTER_ORDER - 1)
class AccessFilter extends HttpFilter {

    private static final String API = "/api";

    private static final Set<ProblemCode> REFUSED_CALLER = Set.of(ProblemCode.UNAUTHORIZED, ProblemCode.FORBIDDEN);

    /// Whether the server is up is asked for by those who restart it.
    private static final String HEALTH = "/actuator/health";

    /// Scraped four times a minute by a program of its own, which is no load.
    private static final String METRICS = "/actuator/prometheus";

    private static final List<String> NEED_A_CALLER =
            List.of(API, METRICS, ServerPaths.ASSISTANTS, ServerPaths.GRAPHQL);

    private final Callers callers;
    private final ClientAddresses addresses;
    private final RequestLimits limits;
    private final Operations operations;
    private final AnswerHead head;

    AccessFilter(
            Callers callers, ClientAddresses addresses, RequestLimits limits, Operations operations, AnswerHead head) {
        this.callers = callers;
        this.addresses = addresses;
        this.limits = limits;
        this.operations = operations;
        this.head = head;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = head.begin(response);
        HttpServletRequest admitted;
        try {
            admitted = admitted(request, response);
        } catch (MacroEdgeException refusal) {
            operations.of(request).ifPresent(called -> AnsweredRequests.name(request, called.path()));
            refuse(request, response, refusal);
            return;
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable("request", id)) {
            chain.doFilter(admitted, response);
        }
    }

    /// The page, the description of the API and the state of the server's health are for everyone; what else there is
    /// needs a caller, an address that nothing answers included.
    private HttpServletRequest admitted(HttpServletRequest request, HttpServletResponse response) {
        Origins origins = callers.origins();
        if (!origins.accept(request)) {
            throw origins.refusal().exception();
        }
        String address = addresses.of(request);
        request.setAttribute(Caller.ADDRESS, address);
        Optional<Caller> caller = isBelow(API, request) || isBelow(METRICS, request)
                ? caller(address, request, response)
                : anyone(address, request, response);
        caller.ifPresent(known -> request.setAttribute(Caller.ATTRIBUTE, known));
        limit(caller, address, request, response);
        if (caller.isEmpty() && NEED_A_CALLER.stream().anyMatch(below -> isBelow(below, request))) {
            throw AccessProblem.NO_CREDENTIALS.exception();
        }
        return new CalledRequest(request, caller, address);
    }

    /// Health costs nobody anything, and the metrics nobody who is known.
    private void limit(
            Optional<Caller> caller, String address, HttpServletRequest request, HttpServletResponse response) {
        if (isBelow(HEALTH, request)) {
            return;
        }
        if (caller.isEmpty()) {
            limits.ofStranger(address, request, response);
        } else if (!isBelow(METRICS, request)) {
            limits.ofCaller(caller.get(), request, response);
        }
    }

    private Optional<Caller> caller(String address, HttpServletRequest request, HttpServletResponse response) {
        try {
            return callers.of(request);
        } catch (DataAccessException fault) {
            throw DatabaseFaults.of(fault).orElseThrow(() -> fault);
        } catch (MacroEdgeException refusal) {
            if (REFUSED_CALLER.contains(refusal.code())) {
                limits.ofFailure(address, response);
            }
            throw refusal;
        }
    }

    /// What is for everyone is also for those who send a key that is no longer accepted; they are strangers there, and
    /// their failures count as anywhere.
    private Optional<Caller> anyone(String address, HttpServletRequest request, HttpServletResponse response) {
        try {
            return caller(address, request, response);
        } catch (MacroEdgeException refusal) {
            if (refusal.code() == ProblemCode.TOO_MANY_REQUESTS) {
                throw refusal;
            }
            return Optional.empty();
        } catch (DataAccessException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isBelow(String address, HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(address) || path.startsWith(address + "/");
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
