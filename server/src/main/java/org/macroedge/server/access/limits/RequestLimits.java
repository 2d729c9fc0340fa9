package org.macroedge.server.access.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.LimitSettings;
import org.macroedge.server.platform.config.Rate;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.ClientNetwork;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// Takes from each caller and address what its requests cost, and tells it what is left by the headers of
/// draft-ietf-httpapi-ratelimit-headers-10. A read costs one token, a change as much as [Rate#LEAST].
/// Thread-safe.
public final class RequestLimits {

    private static final Set<String> READS =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private final @Nullable TokenLimit callers;
    private final @Nullable TokenLimit strangers;
    private final @Nullable TokenLimit failures;

    RequestLimits(LimitSettings settings, SharedTokens tokens, LongSupplier nanoTime) {
        this.callers = limit("callers", settings.callers(), tokens, nanoTime);
        this.strangers = limit("strangers", settings.strangers(), tokens, nanoTime);
        this.failures = limit("failures", settings.failures(), tokens, nanoTime);
    }

    private static @Nullable TokenLimit limit(
            String name, @Nullable Rate rate, SharedTokens tokens, LongSupplier nanoTime) {
        return rate == null ? null : new TokenLimit(name, rate, TokenLimit.MOST_KEYS, tokens, nanoTime);
    }

    /// Takes what a request of a known caller costs.
    ///
    /// @throws MacroEdgeException with `too-many-requests`
    public void ofCaller(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        take(callers, LimitProblem.CALLER, caller.name(), cost(request), response);
    }

    /// Takes what a read of a known caller costs, where nobody must be asked for it, and writes what is left.
    ///
    /// @param answer the head of its answer, which says nothing of limits yet
    /// @return whether it did; where it did not, nothing was taken or written
    public boolean takeHeld(Caller caller, HttpFields.Mutable answer) {
        if (callers == null) {
            return true;
        }
        Toll toll = callers.takeHeld(caller.name(), 1);
        if (toll != null) {
            answer.add(callers.policy()).add(callers.left(toll));
        }
        return toll != null;
    }

    /// Takes what a request costs that says nothing of its caller.
    ///
    /// @throws MacroEdgeException with `too-many-requests`
    public void ofStranger(String address, HttpServletRequest request, HttpServletResponse response) {
        take(strangers, LimitProblem.STRANGER, ClientNetwork.of(address), cost(request), response);
    }

    /// Takes what a key or token costs that is not accepted.
    ///
    /// @throws MacroEdgeException with `too-many-requests`
    public void ofFailure(String address, HttpServletResponse response) {
        take(failures, LimitProblem.FAILURES, ClientNetwork.of(address), 1, response);
    }

    private static int cost(HttpServletRequest request) {
        return READS.contains(request.getMethod()) ? 1 : Rate.LEAST;
    }

    private static void take(
            @Nullable TokenLimit limit, LimitProblem problem, String key, int cost, HttpServletResponse response) {
        if (limit == null) {
            return;
        }
        Toll toll = limit.take(key, cost);
        write(limit.policy(), response);
        write(limit.left(toll), response);
        if (!toll.paid()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(toll.seconds()));
            throw problem.exception(key, toll.seconds());
        }
    }

    private static void write(HttpField header, HttpServletResponse response) {
        response.setHeader(header.getName(), header.getValue());
    }
}
