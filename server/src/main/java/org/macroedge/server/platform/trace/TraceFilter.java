package org.macroedge.server.platform.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Begins the trace of a request, or goes on with the one that its header `traceparent` names: before all other
/// filters, so that ready answers and refusals are in it too.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends HttpFilter {

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    TraceFilter(OpenTelemetry telemetry, Tracer tracer) {
        this.tracer = tracer;
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.spanBuilder("request")
                .setSpanKind(SpanKind.SERVER)
                .setParent(propagator.extract(Context.root(), request, Headers.READ))
                .startSpan();
        TracedRequest traced = new TracedRequest(span);
        request.setAttribute(TracedRequest.ATTRIBUTE, traced);
        try (Scope _ = span.makeCurrent();
                MDC.MDCCloseable _ = MDC.putCloseable(TracedRequest.LOGGED, traced.traceId())) {
            chain.doFilter(request, response);
        }
    }

    private enum Headers implements TextMapGetter<HttpServletRequest> {
        READ;

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    }
}
