package org.macroedge.server.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.Operations;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Leaves one row for every request that names an operation which changes something. It is in front of all other
/// filters, so that it sees their refusals too.
@ServerOnly
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuditFilter extends HttpFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final AuditLog log;
    private final Operations operations;

    AuditFilter(AuditLog log, Operations operations) {
        this.log = log;
        this.operations = operations;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Operations.Called> operation =
                SAFE.contains(request.getMethod()) ? Optional.empty() : operations.of(request);
        if (operation.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        CurrentChange change = log.request(
                operation.get().id(),
                List.copyOf(operation.get().variables().values()),
                () -> origin(request, response));
        AuditedResponse answer = new AuditedResponse(response, status -> log.end(change, status));
        int status = ProblemCode.INTERNAL.status();
        change.begin();
        try {
            chain.doFilter(request, answer);
            status = answer.getStatus();
        } finally {
            change.leave();
            log.end(change, status);
        }
    }

    private static CurrentChange.Origin origin(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known ? known : null;
        String id = response.getHeader("X-Request-Id");
        String address =
                request.getAttribute(Caller.ADDRESS) instanceof String client ? client : request.getRemoteAddr();
        return new CurrentChange.Origin(caller, address, id == null ? null : UUID.fromString(id));
    }
}
